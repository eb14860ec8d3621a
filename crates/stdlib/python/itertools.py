# Iterators made of iterators.


_NOTHING = object()


class _Iterator:
    """An iterator whose work a generator does."""

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


class count(_Iterator):
    def __init__(self, start=0, step=1):
        for v in (start, step):
            if not isinstance(v, (int, float)) and not hasattr(type(v), '__add__') or isinstance(v, (str, bytes, list)):
                raise TypeError('a number is required')
        self._at = start
        self._step = step

    def __next__(self):
        v = self._at
        self._at = v + self._step
        return v

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return 'count(' + repr(self._at) + ')'
        return 'count(' + repr(self._at) + ', ' + repr(self._step) + ')'


class repeat(_Iterator):
    def __init__(self, object, times=None):
        self._v = object
        self._left = times if times is None else max(times, 0)

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._v

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return 'repeat(' + repr(self._v) + ')'
        return 'repeat(' + repr(self._v) + ', ' + repr(self._left) + ')'


class cycle(_Iterator):
    def __init__(self, iterable, /):
        self._it = self._run(iter(iterable))

    @staticmethod
    def _run(it):
        seen = []
        for v in it:
            seen.append(v)
            yield v
        while seen:
            for v in seen:
                yield v


class chain(_Iterator):
    def __new__(cls, *iterables, **keywords):
        if keywords:
            raise TypeError('chain() takes no keyword arguments')
        self = object.__new__(cls)
        self._it = self._run(iterables)
        return self

    def __init__(self, *iterables):
        pass

    @classmethod
    def from_iterable(cls, iterables, /):
        self = cls()
        self._it = cls._run(iterables)
        return self

    @staticmethod
    def _run(iterables):
        for one in iterables:
            for v in one:
                yield v


class islice(_Iterator):
    def __init__(self, iterable, /, *bounds):
        if not 1 <= len(bounds) <= 3:
            least = 'at least 2' if not bounds else 'at most 4'
            raise TypeError('islice expected ' + least + ' arguments, got ' + str(len(bounds) + 1))
        start, stop, step = 0, bounds[0], 1
        if len(bounds) > 1:
            start, stop = 0 if bounds[0] is None else bounds[0], bounds[1]
        if len(bounds) == 3 and bounds[2] is not None:
            step = bounds[2]
        if stop is not None and (not isinstance(stop, int) or stop < 0):
            raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        if not isinstance(start, int) or start < 0:
            raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        if not isinstance(step, int) or step < 1:
            raise ValueError('Step for islice() must be a positive integer or None.')
        self._it = self._run(iter(iterable), start, stop, step)

    @staticmethod
    def _run(it, start, stop, step):
        wanted, at = start, 0
        while stop is None or wanted < stop:
            try:
                v = next(it)
                while at < wanted:
                    at += 1
                    v = next(it)
            except StopIteration:
                return
            at += 1
            wanted += step
            yield v
        while stop is not None and at < stop:
            at += 1
            try:
                next(it)
            except StopIteration:
                return


class takewhile(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._it = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, it):
        for v in it:
            if not predicate(v):
                return
            yield v


class dropwhile(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._it = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, it):
        for v in it:
            if not predicate(v):
                yield v
                break
        for v in it:
            yield v


class filterfalse(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._it = self._run(bool if predicate is None else predicate, iter(iterable))

    @staticmethod
    def _run(predicate, it):
        for v in it:
            if not predicate(v):
                yield v


class compress(_Iterator):
    def __init__(self, data, selectors):
        self._it = self._run(iter(data), iter(selectors))

    @staticmethod
    def _run(data, selectors):
        for v, wanted in zip(data, selectors):
            if wanted:
                yield v


class starmap(_Iterator):
    def __init__(self, function, iterable, /):
        self._it = self._run(function, iter(iterable))

    @staticmethod
    def _run(function, it):
        for args in it:
            yield function(*args)


class groupby(_Iterator):
    def __init__(self, iterable, key=None):
        self._rest = iter(iterable)
        self._key = key
        self._now = self._wanted = self._v = _NOTHING
        self._group = None

    def _step(self):
        v = next(self._rest)
        self._now, self._v = v if self._key is None else self._key(v), v

    def __next__(self):
        self._group = None
        while self._wanted is _NOTHING and self._now is _NOTHING or \
                self._wanted is not _NOTHING and self._now == self._wanted:
            self._step()
        self._wanted = self._now
        self._group = _grouper(self, self._wanted)
        return self._now, self._group


class _grouper(_Iterator):
    def __init__(self, parent, wanted):
        self._parent, self._wanted = parent, wanted

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._v is _NOTHING:
            parent._step()
        if not self._wanted == parent._now:
            raise StopIteration
        v, parent._v = parent._v, _NOTHING
        return v


class _tee(_Iterator):
    """One of several readers of an iterator: what one has read ahead waits in links for the others."""

    def __init__(self, it, link):
        self._source, self._link = it, link

    def __next__(self):
        link = self._link
        if link[1] is None:
            v = next(self._source)
            link[0], link[1] = v, [None, None]
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self._source, self._link)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    it = iter(iterable)
    first = it if isinstance(it, _tee) else _tee(it, [None, None])
    return (first,) + tuple([first.__copy__() for _ in range(n - 1)])


class pairwise(_Iterator):
    def __init__(self, iterable, /):
        self._it = self._run(iter(iterable))

    @staticmethod
    def _run(it):
        for before in it:
            for v in it:
                yield before, v
                before = v


class accumulate(_Iterator):
    def __init__(self, iterable, func=None, *, initial=None):
        self._it = self._run(iter(iterable), func, initial)

    @staticmethod
    def _run(it, func, total):
        if total is None:
            for total in it:
                break
            else:
                return
        yield total
        for v in it:
            total = total + v if func is None else func(total, v)
            yield total


class zip_longest(_Iterator):
    def __init__(self, *iterables, fillvalue=None):
        self._it = self._run([iter(one) for one in iterables], fillvalue)

    @staticmethod
    def _run(its, fill):
        alive = len(its)
        while alive:
            row = []
            for i, it in enumerate(its):
                v = fill
                if it is not None:
                    try:
                        v = next(it)
                    except StopIteration:
                        its[i] = None
                        alive -= 1
                        if not alive:
                            return
                row.append(v)
            yield tuple(row)


class product(_Iterator):
    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        self._it = self._run([tuple(one) for one in iterables] * repeat)

    @staticmethod
    def _run(pools):
        if any([not pool for pool in pools]):
            return
        at = [0] * len(pools)
        while True:
            yield tuple([pool[i] for pool, i in zip(pools, at)])
            for place in reversed(range(len(pools))):
                at[place] += 1
                if at[place] < len(pools[place]):
                    break
                at[place] = 0
            else:
                return


def _check(r):
    if not isinstance(r, int):
        raise TypeError('Expected int as r')
    if r < 0:
        raise ValueError('r must be non-negative')
    return r


class permutations(_Iterator):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        self._it = self._run(pool, len(pool) if r is None else _check(r))

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        order = list(range(n))
        left = list(range(n, n - r, -1))
        yield tuple([pool[i] for i in order[:r]])
        while n:
            for i in reversed(range(r)):
                left[i] -= 1
                if left[i] == 0:
                    order[i:] = order[i + 1:] + order[i:i + 1]
                    left[i] = n - i
                else:
                    j = left[i]
                    order[i], order[-j] = order[-j], order[i]
                    yield tuple([pool[k] for k in order[:r]])
                    break
            else:
                return


class combinations(_Iterator):
    def __init__(self, iterable, r):
        self._it = self._run(tuple(iterable), _check(r), 1)

    @staticmethod
    def _run(pool, r, gap):
        """`gap`: by how much each place is at least after the one before it."""
        n = len(pool)
        at = [i * gap for i in range(r)]
        if r and at[-1] >= n:
            return
        yield tuple([pool[i] for i in at])
        while True:
            for i in reversed(range(r)):
                if at[i] != n - 1 - (r - 1 - i) * gap:
                    break
            else:
                return
            at[i] += 1
            for j in range(i + 1, r):
                at[j] = at[j - 1] + gap
            yield tuple([pool[k] for k in at])


class combinations_with_replacement(_Iterator):
    def __init__(self, iterable, r):
        self._it = combinations._run(tuple(iterable), _check(r), 0)
