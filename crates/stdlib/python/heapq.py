# Heaps in lists. The order in which equal items leave is the one that this way of sifting gives.
__simul_missing__ = ('merge',)


def heappush(heap, item):
    _must_be_list(heap)
    heap.append(item)
    _towards_root(heap, 0, len(heap) - 1)


def heappop(heap):
    _must_be_list(heap)
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    least = heap[0]
    heap[0] = last
    _to_leaf(heap, 0)
    return least


def heapreplace(heap, item):
    _must_be_list(heap)
    if not heap:
        raise IndexError('index out of range')
    least = heap[0]
    heap[0] = item
    _to_leaf(heap, 0)
    return least


def heappushpop(heap, item):
    _must_be_list(heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _to_leaf(heap, 0)
    return item


def heapify(heap):
    _must_be_list(heap)
    for at in reversed(range(len(heap) // 2)):
        _to_leaf(heap, at)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def _must_be_list(heap):
    if not isinstance(heap, list):
        raise TypeError('heap argument must be a list, not ' + type(heap).__name__)


def _towards_root(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _to_leaf(heap, at):
    start, end = at, len(heap)
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _towards_root(heap, start, at)
