# Abstract base classes of containers, iterators and what can be awaited.
from _collections import _popped, deque
from _generic import alias as _alias
from _types import BuiltinFunctionType, FunctionType, MappingProxyType, MethodType
from abc import ABCMeta, abstractmethod

__all__ = ['Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable', 'Iterator',
           'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set', 'MutableSet', 'Mapping',
           'MutableMapping', 'Sequence', 'MutableSequence']
def _has(cls, *names):
    """Whether a class has all these methods; one that is None there counts as missing."""
    for name in names:
        for one in cls.__mro__:
            if name in one.__dict__:
                if one.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class _Checked(ABCMeta):
    """A class whose instances are told by the methods that it lists, or by what is registered."""

    def __getitem__(cls, parameters):
        return _alias(cls, parameters)


def _by(*names):
    def hook(cls, other):
        return _has(other, *names) if '_tells' in cls.__dict__ else NotImplemented
    return classmethod(hook)


def _resumed(kind):
    """`send`, `throw` and `close` of what is resumed by them."""
    def send(self, value):
        raise StopIteration

    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError(kind.lower() + ' ignored GeneratorExit')

    for method in (send, throw, close):
        method.__qualname__ = kind + '.' + method.__name__
    return abstractmethod(send), abstractmethod(throw), close


class Hashable(metaclass=_Checked):
    _tells = True
    __subclasshook__ = _by('__hash__')

    @abstractmethod
    def __hash__(self):
        return 0


class Awaitable(metaclass=_Checked):
    _tells = True
    __subclasshook__ = _by('__await__')

    @abstractmethod
    def __await__(self):
        yield


class Coroutine(Awaitable):
    _tells = True
    __subclasshook__ = _by('__await__', 'send', 'throw', 'close')

    send, throw, close = _resumed('Coroutine')


class AsyncIterable(metaclass=_Checked):
    _tells = True
    __subclasshook__ = _by('__aiter__')

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


class AsyncIterator(AsyncIterable):
    _tells = True
    __subclasshook__ = _by('__anext__', '__aiter__')

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    _tells = True
    __subclasshook__ = _by('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise typ if val is None else val


class Iterable(metaclass=_Checked):
    _tells = True
    __subclasshook__ = _by('__iter__')

    @abstractmethod
    def __iter__(self):
        while False:
            yield None


class Iterator(Iterable):
    _tells = True
    __subclasshook__ = _by('__iter__', '__next__')

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Reversible(Iterable):
    _tells = True
    __subclasshook__ = _by('__reversed__', '__iter__')

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


class Generator(Iterator):
    _tells = True
    __subclasshook__ = _by('__iter__', '__next__', 'send', 'throw', 'close')

    def __next__(self):
        return self.send(None)

    send, throw, close = _resumed('Generator')


class Sized(metaclass=_Checked):
    _tells = True
    __subclasshook__ = _by('__len__')

    @abstractmethod
    def __len__(self):
        return 0


class Container(metaclass=_Checked):
    _tells = True
    __subclasshook__ = _by('__contains__')

    @abstractmethod
    def __contains__(self, x):
        return False


class Collection(Sized, Iterable, Container):
    _tells = True
    __subclasshook__ = _by('__len__', '__iter__', '__contains__')


class Callable(metaclass=_Checked):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Callable and other in (BuiltinFunctionType, FunctionType, MethodType):
            return True
        return _has(other, '__call__') if cls is Callable else NotImplemented

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


class Set(Collection):
    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all([v in other for v in self])

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self <= other

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all([v in self for v in other])

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self >= other

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self <= other

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([v for v in other if v in self])

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([v for part in (self, other) for v in part])

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([v for v in self if v not in other])

    def isdisjoint(self, other):
        return not any([v in self for v in other])


class MutableSet(Set):
    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def clear(self):
        for v in list(self):
            self.discard(v)


class Mapping(Collection):
    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return {key: None for key in self}.keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None


class MutableMapping(Mapping):
    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, *default):
        return _popped(self, key, default)

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **kwds):
        for key, v in dict(other, **kwds).items():
            self[key] = v

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class Sequence(Reversible, Collection):
    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any([v is value or v == value for v in self])

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        for i in range(start, len(self) if stop is None else stop):
            if self[i] is value or self[i] == value:
                return i
        raise ValueError

    def count(self, value):
        return len([v for v in self if v is value or v == value])


class MutableSequence(Sequence):
    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for v in list(values):
            self.append(v)

    def pop(self, index=-1):
        v = self[index]
        del self[index]
        return v

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


_views = (type({}.keys()), type({}.items()))
for _kind in (frozenset, set) + _views:
    Set._abc_registered.append(_kind)
MutableSet._abc_registered.append(set)
for _kind in (dict, MappingProxyType):
    Mapping._abc_registered.append(_kind)
MutableMapping._abc_registered.append(dict)
for _kind in (tuple, str, range, bytes, bytearray, list):
    Sequence._abc_registered.append(_kind)
for _kind in (bytearray, list, deque):
    MutableSequence._abc_registered.append(_kind)
del _kind, _views, deque
