# Classes from annotated fields.
import abc as _abc
from _arguments import bind as _bind
from _types import refuse as _refuse

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        kind = self.type
        return 'dataclasses.InitVar[' + (kind.__name__ if isinstance(kind, type) else repr(kind)) + ']'

    def __class_getitem__(cls, kind):
        return InitVar(kind)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory, self.init = default, default_factory, init
        self.repr, self.hash, self.compare, self.kw_only = repr, hash, compare, kw_only
        self.metadata = _no_metadata if metadata is None else metadata
        self._field_type = None

    def __repr__(self):
        names = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only')
        shown = [name + '=' + repr(getattr(self, name)) for name in names]
        return 'Field(' + ','.join(shown) + ',_field_type=' + str(self._field_type) + ')'

    def __set_name__(self, owner, name):
        f = getattr(type(self.default), '__set_name__', None)
        if f is not None:
            f(self.default, owner, name)


class _NoMetadata(dict):
    def __repr__(self):
        return 'mappingproxy({})'


_no_metadata = _NoMetadata()
_NORMAL, _CLASS, _INIT = '_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind(annotation):
    """What sort of field an annotation asks for; it may be a text."""
    if isinstance(annotation, str):
        head = annotation.strip().split('[')[0].split('.')[-1]
        return _CLASS if head == 'ClassVar' else _INIT if head == 'InitVar' else _NORMAL
    if annotation is InitVar or isinstance(annotation, InitVar):
        return _INIT
    origin = getattr(annotation, '__origin__', annotation)
    return _CLASS if repr(origin) == 'typing.ClassVar' else _NORMAL


def _make_field(cls, name, kind, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        f = field(default=default)
    f.name, f.type, f._field_type = name, kind, _kind(kind)
    if f._field_type is not _NORMAL and f.default_factory is not MISSING:
        raise TypeError('field ' + name + ' cannot have a default factory')
    if f._field_type is _CLASS:
        if f.kw_only is not MISSING:
            raise TypeError('field ' + name + ' is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _NORMAL and type(f.default).__hash__ is None:
        raise ValueError('mutable default ' + repr(type(f.default)) + ' for field ' + name
                         + ' is not allowed: use default_factory')
    return f


def _collect(cls, kw_only):
    """The fields of the bases, then the class's own, which take the places of those they replace."""
    found = {}
    for base in reversed(cls.__mro__[1:]):
        found.update(getattr(base, '__dataclass_fields__', {}) if '__dataclass_fields__' in base.__dict__ else {})
    annotations = cls.__dict__.get('__annotations__', {})
    seen_marker = False
    for name, kind in annotations.items():
        if kind is KW_ONLY or isinstance(kind, str) and kind.split('.')[-1] == 'KW_ONLY':
            if seen_marker:
                raise TypeError(repr(name) + ' is KW_ONLY, but KW_ONLY has already been specified')
            seen_marker = kw_only = True
            continue
        f = found[name] = _make_field(cls, name, kind, kw_only)
        if isinstance(getattr(cls, name, None), Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
    for name, v in cls.__dict__.items():
        if isinstance(v, Field) and name not in annotations:
            raise TypeError(repr(name) + ' is a field but has no type annotation')
    return found


class _Params:
    def __init__(self, **given):
        self.__dict__.update(given)

    def __repr__(self):
        return '_DataclassParams(' + ','.join([name + '=' + repr(v) for name, v in self.__dict__.items()]) + ')'


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    params = _Params(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen)

    def wrap(cls):
        return _process(cls, params, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def _process(cls, params, match_args, kw_only, slots, weakref_slot):
    if weakref_slot:
        if not slots:
            raise TypeError('weakref_slot is True but slots is False')
        _refuse('dataclass(weakref_slot=True)')
    bases = [b for b in cls.__mro__[1:] if '__dataclass_fields__' in b.__dict__]
    found = _collect(cls, kw_only)
    frozen_bases = [b.__dataclass_params__.frozen for b in bases]
    if any(frozen_bases) and not params.frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if bases and not any(frozen_bases) and params.frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    explicit = cls.__dict__.get('__hash__', MISSING)
    has_hash = not (explicit is MISSING or explicit is None and '__eq__' in cls.__dict__)
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    cls.__dataclass_fields__, cls.__dataclass_params__ = found, params
    _add_methods(cls, params, [f for f in found.values() if f._field_type is _NORMAL], has_hash)
    if params.init:
        _put(cls, _make_init(cls, found, params.frozen))
    positional = tuple([f.name for f in found.values() if f.init and not f.kw_only and f._field_type is not _CLASS])
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = positional
    if not getattr(cls, '__doc__', None):
        cls.__doc__ = cls.__name__ + _signature(found)
    if slots:
        cls = _with_slots(cls, found)
    _abc.update_abstractmethods(cls)
    return cls


def _signature(found):
    shown = []
    star = False
    for f in sorted([f for f in found.values() if f.init and f._field_type is not _CLASS], key=lambda f: bool(f.kw_only)):
        if f.kw_only and not star:
            star = True
            shown.append('*')
        kind = f.type
        text = f.name + ': ' + (repr(kind) if not isinstance(kind, type) else kind.__qualname__
                                if kind.__module__ == 'builtins' else kind.__module__ + '.' + kind.__qualname__)
        if f.default is not MISSING:
            text += ' = ' + repr(f.default)
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        shown.append(text)
    return '(' + ', '.join(shown) + ')'


def _put(cls, f):
    """Defines a method unless the class has its own."""
    if f.__name__ in cls.__dict__:
        return True
    f.__qualname__ = cls.__qualname__ + '.' + f.__name__
    setattr(cls, f.__name__, f)
    return False


def _make_init(cls, found, frozen):
    fields = [f for f in found.values() if f._field_type is not _CLASS]
    taken = [f for f in fields if f.init and not f.kw_only]
    later = [f for f in fields if f.init and f.kw_only]
    with_default = False
    for f in taken:
        if f.default is not MISSING or f.default_factory is not MISSING:
            with_default = True
        elif with_default:
            raise TypeError('non-default argument ' + repr(f.name) + ' follows default argument')
    names, keyword_only = [f.name for f in taken], [f.name for f in later]
    defaults = {f.name: f.default if f.default is not MISSING else _FACTORY for f in taken + later
                if f.default is not MISSING or f.default_factory is not MISSING}
    has_post = hasattr(cls, '__post_init__')
    store = object.__setattr__ if frozen else setattr

    def __init__(self, /, *args, **keywords):
        bound = _bind(__init__.__qualname__, names, defaults, keyword_only, args, keywords)
        extra = []
        for f in fields:
            v = bound.get(f.name, f.default)
            if v is _FACTORY or f.default_factory is not MISSING and not f.init:
                v = f.default_factory()
            if f._field_type is _INIT:
                extra.append(v)
            elif f.init or f.default_factory is not MISSING:
                store(self, f.name, v)
        if has_post:
            self.__post_init__(*extra)
    __init__.__annotations__ = {f.name: f.type for f in taken + later}
    __init__.__annotations__['return'] = None
    return __init__


def _add_methods(cls, params, fields, has_hash):
    compared = [f.name for f in fields if f.compare]

    def values(obj):
        return tuple([getattr(obj, name) for name in compared])
    if params.repr:
        _put(cls, _make_repr([f.name for f in fields if f.repr]))
    if params.eq:
        def __eq__(self, other):
            if other.__class__ is self.__class__:
                return values(self) == values(other)
            return NotImplemented
        _put(cls, __eq__)
    if params.order:
        for f in _make_order(values):
            if _put(cls, f):
                raise TypeError('Cannot overwrite attribute ' + f.__name__ + ' in class ' + cls.__name__
                                + '. Consider using functools.total_ordering')
    if params.frozen:
        _freeze(cls, [f.name for f in fields])
    hashed = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]

    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in hashed]))
    if params.unsafe_hash:
        if has_hash:
            raise TypeError('Cannot overwrite attribute __hash__ in class ' + cls.__name__)
        cls.__hash__ = __hash__
    elif params.eq and not has_hash:
        cls.__hash__ = __hash__ if params.frozen else None


def _make_repr(names):
    showing = []

    def __repr__(self):
        for one in showing:
            if one is self:
                return '...'
        showing.append(self)
        try:
            shown = [name + '=' + repr(getattr(self, name)) for name in names]
        finally:
            showing.pop()
        return self.__class__.__qualname__ + '(' + ', '.join(shown) + ')'
    return __repr__


def _make_order(values):
    def __lt__(self, other):
        return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return values(self) > values(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return values(self) >= values(other) if other.__class__ is self.__class__ else NotImplemented
    return __lt__, __le__, __gt__, __ge__


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot assign to field ' + repr(name))
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot delete field ' + repr(name))
        super(cls, self).__delattr__(name)
    for f in (__setattr__, __delattr__):
        if _put(cls, f):
            raise TypeError('Cannot overwrite attribute ' + f.__name__ + ' in class ' + cls.__name__)


def _with_slots(cls, found):
    if '__slots__' in cls.__dict__:
        raise TypeError(cls.__name__ + ' already specifies __slots__')
    names = [f.name for f in found.values() if f._field_type is _NORMAL]
    inherited = []
    for base in cls.__mro__[1:-1]:
        inherited.extend(base.__dict__.get('__slots__', ()))
    namespace = dict(cls.__dict__)
    namespace['__slots__'] = tuple([name for name in names if name not in inherited])
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    namespace['__qualname__'] = cls.__qualname__
    return type(cls)(cls.__name__, cls.__bases__, namespace)


def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([f for f in found.values() if f._field_type is _NORMAL])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def _copied(obj, make):
    """Dataclasses inside become what `make` makes of their fields; containers are copied."""
    if _is_instance(obj):
        return make([(f.name, _copied(getattr(obj, f.name), make)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_copied(v, make) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_copied(v, make) for v in obj])
    if isinstance(obj, dict):
        return type(obj)([(_copied(k, make), _copied(v, make)) for k, v in obj.items()])
    if isinstance(obj, (int, float, str, bytes, bool)) or obj is None or isinstance(obj, type) or callable(obj):
        return obj
    f = getattr(obj, '__deepcopy__', None)
    if f is None:
        _refuse('copying a ' + type(obj).__name__ + ' in asdict or astuple')
    return f({})


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _copied(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _copied(obj, lambda pairs: tuple_factory([v for name, v in pairs]))


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in obj.__dataclass_fields__.values():
        if f._field_type is _CLASS:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError('field ' + f.name + ' is declared with init=False, it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type is _INIT and f.default is MISSING:
                raise ValueError('InitVar ' + repr(f.name) + ' must be specified with replace()')
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    annotations, names = {}, dict(namespace or {})
    for item in fields:
        item = (item, 'typing.Any') if isinstance(item, str) else tuple(item)
        annotations[item[0]] = item[1]
        if len(item) == 3:
            names[item[0]] = item[2]
    names['__annotations__'] = annotations
    return dataclass(type(cls_name, bases, names), **options)
