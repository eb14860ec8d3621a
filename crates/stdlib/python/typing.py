# What annotations are written with. Nothing here checks anything.
import collections as _collections
from _types import refuse as _refuse
from _typing import (ForwardRef, Optional, ParamSpec, TypeVar, Union, _Alias, _Final, _Form, _annotated, _as_type, _literal,
                     _one, _several, _shown, _variables)

TYPE_CHECKING = False


class _AnyMeta(type):
    def __instancecheck__(cls, obj):
        if cls is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return type.__instancecheck__(cls, obj)

    def __repr__(cls):
        return 'typing.Any' if cls is Any else type.__repr__(cls)


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


ClassVar = _Form('ClassVar', _one)
Final = _Form('Final', _one)
Literal = _Form('Literal', _literal)
Annotated = _Form('Annotated', _annotated)
Concatenate = _Form('Concatenate', _several)
TypeGuard = _Form('TypeGuard', _one)
Required = _Form('Required', _one)
NotRequired = _Form('NotRequired', _one)
Unpack = _Form('Unpack', _one)
NoReturn = _Form('NoReturn')
Never = _Form('Never')
Self = _Form('Self')
LiteralString = _Form('LiteralString')
TypeAlias = _Form('TypeAlias')


class _ClassForm(_Form):
    """List, Dict, …: stands for a class, and takes so many parameters (-1: any number)."""

    def __init__(self, name, origin, count):
        _Form.__init__(self, name)
        self.__origin__, self._count = origin, count
        self.__name__ = name

    def __getitem__(self, parameters):
        given = parameters if isinstance(parameters, tuple) else (parameters,)
        if self._name == 'Callable':
            return self._callable(given)
        if self._count >= 0 and len(given) != self._count:
            many = 'many' if len(given) > self._count else 'few'
            raise TypeError('Too ' + many + ' arguments for ' + repr(self) + '; actual ' + str(len(given))
                            + ', expected ' + str(self._count))
        return _Alias(self.__origin__, tuple([_as_type(v) for v in given]), self._bracketed, self.__origin__)

    def _bracketed(self, alias):
        shown = ', '.join([_shown(v) for v in alias.__args__]) if alias.__args__ else '()'
        return 'typing.' + self._name + '[' + shown + ']'

    def _callable(self, given):
        if len(given) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = given
        args = list(args) if isinstance(args, (list, tuple)) else args
        flat = tuple([_as_type(v) for v in args]) if isinstance(args, list) else (args,)

        def shown(alias):
            *first, last = alias.__args__
            inner = '[' + ', '.join([_shown(v) for v in first]) + ']' if isinstance(args, list) else _shown(first[0])
            return 'typing.Callable[' + inner + ', ' + _shown(last) + ']'
        return _Alias(self.__origin__, flat + (_as_type(result),), shown, self.__origin__)

    def __call__(self, *args, **kwargs):
        raise TypeError('Type ' + self._name + ' cannot be instantiated; use ' + self.__origin__.__name__ + '() instead')

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


List = _ClassForm('List', list, 1)
Dict = _ClassForm('Dict', dict, 2)
Set = _ClassForm('Set', set, 1)
FrozenSet = _ClassForm('FrozenSet', frozenset, 1)
Tuple = _ClassForm('Tuple', tuple, -1)
Type = _ClassForm('Type', type, 1)
Deque = _ClassForm('Deque', _collections.deque, 1)
DefaultDict = _ClassForm('DefaultDict', _collections.defaultdict, 2)
OrderedDict = _ClassForm('OrderedDict', _collections.OrderedDict, 2)
Counter = _ClassForm('Counter', _collections.Counter, 1)
ChainMap = _ClassForm('ChainMap', _collections.ChainMap, 2)


def _of_abc(name, count):
    import collections.abc as abc
    return _ClassForm(name, getattr(abc, name), count)


Hashable = _of_abc('Hashable', 0)
Sized = _of_abc('Sized', 0)
Awaitable = _of_abc('Awaitable', 1)
Coroutine = _of_abc('Coroutine', 3)
AsyncIterable = _of_abc('AsyncIterable', 1)
AsyncIterator = _of_abc('AsyncIterator', 1)
AsyncGenerator = _of_abc('AsyncGenerator', 2)
Iterable = _of_abc('Iterable', 1)
Iterator = _of_abc('Iterator', 1)
Generator = _of_abc('Generator', 3)
Reversible = _of_abc('Reversible', 1)
Container = _of_abc('Container', 1)
Collection = _of_abc('Collection', 1)
Callable = _of_abc('Callable', 2)
Sequence = _of_abc('Sequence', 1)
MutableSequence = _of_abc('MutableSequence', 1)
Mapping = _of_abc('Mapping', 2)
MutableMapping = _of_abc('MutableMapping', 2)
MutableSet = _of_abc('MutableSet', 1)


AnyStr = TypeVar('AnyStr', bytes, str)
Text = str


class Generic:
    def __class_getitem__(cls, parameters):
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        own = cls in (Generic, Protocol)
        wanted = [] if own else _variables(cls.__dict__.get('__orig_bases__', ()))
        if not own and not wanted:
            raise TypeError(repr(cls) + ' is not a generic class')
        if not own and len(wanted) != len(parameters):
            many = 'many' if len(parameters) > len(wanted) else 'few'
            raise TypeError('Too ' + many + ' arguments for ' + repr(cls) + '; actual ' + str(len(parameters))
                            + ', expected ' + str(len(wanted)))

        def shown(alias):
            name = 'typing.' + cls.__name__ if own else _shown(cls)
            return name + '[' + ', '.join([_shown(v) for v in alias.__args__]) + ']'
        return _Alias(cls, tuple([_as_type(v) for v in parameters]), shown, cls)


class _ProtocolMeta(type):
    def __instancecheck__(cls, obj):
        if '_is_protocol' not in cls.__dict__:
            return type.__instancecheck__(cls, obj)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return all([hasattr(obj, name) for name in _members(cls)])


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if Protocol in cls.__bases__:
            cls._is_protocol = True

    def __new__(cls, *args, **kwargs):
        if '_is_protocol' in cls.__dict__:
            raise TypeError('Protocols cannot be instantiated')
        return super().__new__(cls)


def _members(cls):
    """The names that a protocol asks for."""
    found = []
    for one in cls.__mro__:
        if '_is_protocol' in one.__dict__ and one is not Protocol:
            for name in list(one.__dict__) + list(one.__dict__.get('__annotations__', ())):
                if not name.startswith('_') or name in ('__call__', '__len__', '__iter__', '__next__', '__enter__',
                                                        '__exit__', '__await__', '__getitem__', '__contains__'):
                    found.append(name)
    return found


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


class SupportsInt(Protocol):
    def __int__(self):
        pass


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        if '__orig_bases__' in namespace:
            types = namespace.get('__annotations__', {})
            defaults = []
            for field in types:
                if field in namespace:
                    defaults.append(namespace[field])
                elif defaults:
                    raise TypeError('Non-default namedtuple field ' + field + ' cannot follow default field'
                                    + ('s ' if len(defaults) > 1 else ' ')
                                    + ', '.join([f for f in types if f in namespace]))
            made = _collections.namedtuple(name, list(types), defaults=defaults, module=namespace['__module__'])
            made.__annotations__ = dict(types)
            made.__new__.__annotations__ = made.__annotations__
            for key, v in namespace.items():
                if key not in types and key not in ('__module__', '__qualname__', '__annotations__', '__orig_bases__'):
                    setattr(made, key, v)
            return made
        return type.__new__(meta, name, bases, namespace)


class _Base(metaclass=_NamedTupleMeta):
    pass


class _NamedTuple(_Final):
    def __call__(self, typename, fields=None, /, **kwargs):
        fields = list(kwargs.items()) if fields is None else list(fields)
        made = _collections.namedtuple(typename, [name for name, kind in fields])
        made.__annotations__ = {name: kind for name, kind in fields}
        return made

    def __mro_entries__(self, bases):
        return (_Base,)

    def __repr__(self):
        return '<function NamedTuple at ' + hex(id(self)) + '>'


NamedTuple = _NamedTuple()


class _TypedDictMeta(type):
    def __new__(meta, name, bases, namespace, total=True):
        annotations = {}
        for base in bases:
            annotations.update(getattr(base, '__annotations__', {}))
        annotations.update(namespace.get('__annotations__', {}))
        made = type.__new__(meta, name, (dict,), dict(namespace))
        made.__annotations__, made.__total__ = annotations, total
        return made

    def __instancecheck__(cls, obj):
        raise TypeError('TypedDict does not support instance and class checks')

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)


class _TypedDict(_Final):
    def __call__(self, typename, fields=(), /, *, total=True):
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields)}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


TypedDict = _TypedDict()
_TypedDictBase = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = '__main__'

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return self.__module__ + '.' + self.__qualname__


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError('Expected code to be unreachable, but got: ' + repr(arg)[:100])


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    return arg


def overload(func):
    def _overload_dummy(*args, **kwds):
        raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                                  'outside a stub module should always be followed by an implementation that is not '
                                  '@overload-ed.')
    return _overload_dummy


def get_origin(tp):
    if isinstance(tp, _Alias):
        return Annotated if hasattr(tp, '__metadata__') else tp.__origin__
    if tp is Generic:
        return Generic
    return getattr(tp, '__origin__', None)


def get_args(tp):
    if isinstance(tp, _Alias):
        if hasattr(tp, '__metadata__'):
            return (tp.__origin__,) + tp.__metadata__
        if tp.__origin__ is Callable.__origin__ and tp.__args__[0] is not ...:
            return list(tp.__args__[:-1]), tp.__args__[-1]
        return tp.__args__
    return getattr(tp, '__args__', ())


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = dict(getattr(obj, '__annotations__', None) or {})
    for name, v in hints.items():
        if isinstance(v, str):
            _refuse('typing.get_type_hints of annotations that are text')
        hints[name] = type(None) if v is None else v
    return hints
