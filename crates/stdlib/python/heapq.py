# Heaps in lists: heapq.heappush is _py_heappush, and so on. The comparisons and their order are CPython's.
__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']

_NOTHING = object()


def _check_size(heap, size):
    if len(heap) != size:
        raise RuntimeError('list changed size during iteration')


# With `greatest` the greatest item is on top: for nsmallest and merge.


def _towards_root(heap, start, at, greatest):
    """Lifts the item at a place as long as it belongs above its parent."""
    size = len(heap)
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        above = heap[parent] < item if greatest else item < heap[parent]
        _check_size(heap, size)
        if not above:
            return
        heap[at] = heap[parent]
        heap[parent] = item
        at = parent


def _to_leaf(heap, at, greatest):
    """Sinks the item at a place to a leaf along the upper children, then lifts it to where it belongs."""
    start, size = at, len(heap)
    inner = size >> 1
    while at < inner:
        child = 2 * at + 1
        if child + 1 < size:
            if not (heap[child + 1] < heap[child] if greatest else heap[child] < heap[child + 1]):
                child += 1
            _check_size(heap, size)
        heap[at], heap[child] = heap[child], heap[at]
        at = child
    _towards_root(heap, start, at, greatest)


def _py_heappush(heap, item):
    heap.append(item)
    _towards_root(heap, 0, len(heap) - 1, False)


def _py_heappop(heap, greatest=False):
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    return _py_heapreplace(heap, last, greatest)


def _py_heapreplace(heap, item, greatest=False):
    if not heap:
        raise IndexError('index out of range')
    top = heap[0]
    heap[0] = item
    _to_leaf(heap, 0, greatest)
    return top


def _py_heappushpop(heap, item):
    if not heap:
        return item
    if not heap[0] < item:
        return item
    return _py_heapreplace(heap, item)


def _py_heapify(heap, greatest=False):
    for at in reversed(range(len(heap) >> 1)):
        _to_leaf(heap, at, greatest)


def _py_heappop_max(heap):
    return _py_heappop(heap, True)


def _py_heapreplace_max(heap, item):
    return _py_heapreplace(heap, item, True)


def _py_heapify_max(heap):
    _py_heapify(heap, True)


def _pick(n, iterable, key, smallest):
    """The n smallest or greatest: a heap of the best so far, ties in the order of arrival."""
    if n == 1:
        best = (min if smallest else max)(iter(iterable), default=_NOTHING, key=key)
        return [] if best is _NOTHING else [best]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=not smallest)[:n]
    it = iter(iterable)
    step = 1 if smallest else -1
    best = []
    at = 0
    for item in _first(it, n):
        best.append(((item if key is None else key(item)), at, item))
        at += step
    if not best:
        return []
    if smallest:
        _heapify_max(best)
    else:
        heapify(best)
    replace = _heapreplace_max if smallest else heapreplace
    worst = best[0][0]
    for item in it:
        k = item if key is None else key(item)
        if (k < worst) if smallest else (worst < k):
            replace(best, (k, at, item))
            worst = best[0][0]
            at += step
    best.sort(reverse=not smallest)
    return [item for k, at, item in best]


def _first(it, n):
    for i in range(n):
        try:
            yield next(it)
        except StopIteration:
            return


def nsmallest(n, iterable, key=None):
    return _pick(n, iterable, key, True)


def nlargest(n, iterable, key=None):
    return _pick(n, iterable, key, False)


def merge(*iterables, key=None, reverse=False):
    heap = []
    make, pop, replace = heapify, heappop, heapreplace
    way = 1
    if reverse:
        make, pop, replace = _heapify_max, _heappop_max, _heapreplace_max
        way = -1
    for place, it in enumerate(map(iter, iterables)):
        try:
            v = next(it)
        except StopIteration:
            continue
        heap.append([v if key is None else key(v), place * way, v, it])
    make(heap)
    while len(heap) > 1:
        top = heap[0]
        yield top[2]
        try:
            top[2] = next(top[3])
        except StopIteration:
            pop(heap)
            continue
        top[0] = top[2] if key is None else key(top[2])
        replace(heap, top)
    if heap:
        k, place, v, it = heap[0]
        yield v
        yield from it
