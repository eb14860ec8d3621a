# Containers beside the built-in ones.
from _collections import _popped, deque
from _namedtuple import namedtuple
from heapq import nlargest as _nlargest
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'defaultdict', 'deque', 'namedtuple']
class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        super().__init__(*args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = v = self.default_factory()
        return v

    def __repr__(self):
        return type(self).__name__ + '(' + repr(self.default_factory) + ', ' + dict.__repr__(self) + ')'

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made


def _count_of(pair):
    return pair[1]


class Counter(dict):
    def __init__(self, iterable=None, /, **counts):
        super().__init__()
        self.update(iterable, **counts)

    def __missing__(self, key):
        return 0

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        return _nlargest(n, self.items(), key=_count_of)

    def elements(self):
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    def total(self):
        return sum(self.values())

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **counts):
        if iterable is not None:
            if not hasattr(iterable, 'items'):
                for key in iterable:
                    self[key] = self.get(key, 0) + 1
            elif self:
                for key, n in iterable.items():
                    self[key] = n + self.get(key, 0)
            else:
                super().update(iterable)
        if counts:
            self.update(counts)

    def subtract(self, iterable=None, /, **counts):
        if iterable is not None:
            if hasattr(iterable, 'items'):
                for key, n in iterable.items():
                    self[key] = self.get(key, 0) - n
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) - 1
        if counts:
            self.subtract(counts)

    def copy(self):
        return type(self)(self)

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return type(self).__name__ + '()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return type(self).__name__ + '(' + repr(shown) + ')'

    def _agrees(self, other, how):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([how(self[key], other[key]) for c in (self, other) for key in c])

    def __eq__(self, other):
        return self._agrees(other, lambda a, b: a == b)

    def __ne__(self, other):
        equal = self._agrees(other, lambda a, b: a == b)
        return equal if equal is NotImplemented else not equal

    def __le__(self, other):
        return self._agrees(other, lambda a, b: a <= b)

    def __lt__(self, other):
        below = self._agrees(other, lambda a, b: a <= b)
        return below if below is NotImplemented else below and self != other

    def __ge__(self, other):
        return self._agrees(other, lambda a, b: a >= b)

    def __gt__(self, other):
        above = self._agrees(other, lambda a, b: a >= b)
        return above if above is NotImplemented else above and self != other

    def _joined(self, other, how, also):
        """What `how` makes of both counts, as far as it is positive; `also`: keys of the other that are not here."""
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for key, n in self.items():
            n = how(n, other[key])
            if n > 0:
                made[key] = n
        if also:
            for key, n in other.items():
                if key not in self:
                    n = how(0, n)
                    if n > 0:
                        made[key] = n
        return made

    def __add__(self, other):
        return self._joined(other, lambda a, b: a + b, True)

    def __sub__(self, other):
        return self._joined(other, lambda a, b: a - b, True)

    def __or__(self, other):
        return self._joined(other, lambda a, b: b if a < b else a, True)

    def __and__(self, other):
        return self._joined(other, lambda a, b: a if a < b else b, False)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep_positive(self):
        for key in [key for key, n in self.items() if not n > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, n in other.items():
            self[key] += n
        return self._keep_positive()

    def __isub__(self, other):
        for key, n in other.items():
            self[key] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for key, n in other.items():
            if n > self[key]:
                self[key] = n
        return self._keep_positive()

    def __iand__(self, other):
        for key, n in self.items():
            if other[key] < n:
                self[key] = other[key]
        return self._keep_positive()


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        if key not in self:
            raise KeyError(key)
        if last:
            self[key] = dict.pop(self, key)
            return
        items = list(dict.items(self))
        dict.clear(self)
        for k, v in sorted(items, key=lambda item: item[0] is not key and item[0] != key):
            dict.__setitem__(self, k, v)

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __repr__(self):
        if not self:
            return type(self).__name__ + '()'
        for one in _showing:
            if one is self:
                return '...'
        _showing.append(self)
        try:
            return type(self).__name__ + '(' + repr(list(self.items())) + ')'
        finally:
            _showing.pop()

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self == other
        return equal if equal is NotImplemented else not equal

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made


_showing = []


class _Mapping:
    """What ChainMap and UserDict make of their items."""

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return dict(self._pairs()).keys()

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return dict(self._pairs()).items()

    def _pairs(self):
        return [(key, self[key]) for key in self]

    def pop(self, key, *default):
        if len(default) > 1:
            raise TypeError('pop expected at most 2 arguments, got ' + str(len(default) + 1))
        return _popped(self, key, default)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **keywords):
        for key, v in dict(other, **keywords).items():
            self[key] = v

    def __eq__(self, other):
        if not isinstance(other, (dict, _Mapping)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


class ChainMap(_Mapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for one in self.maps:
            try:
                return one[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def __len__(self):
        return len(list(iter(self)))

    def __iter__(self):
        found = {}
        for one in reversed(self.maps):
            found.update(dict.fromkeys(one))
        return iter(found)

    def __contains__(self, key):
        return any([key in one for one in self.maps])

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return type(self).__name__ + '(' + ', '.join([repr(one) for one in self.maps]) + ')'

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, v):
        self.maps[0][key] = v

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError('Key not found in the first mapping: ' + repr(key)) from None

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.') from None

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError('Key not found in the first mapping: ' + repr(key)) from None

    def clear(self):
        self.maps[0].clear()


class UserDict(_Mapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(type(self), '__missing__'):
            return type(self).__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def copy(self):
        made = type(self)()
        made.data = self.data.copy()
        return made

    def clear(self):
        self.data.clear()
