# Forms, aliases and variables of types: what is in typing without being a class.


def _shown(v):
    """A type as it is shown inside brackets."""
    if v is ...:
        return '...'
    if isinstance(v, type):
        return v.__qualname__ if v.__module__ == 'builtins' else v.__module__ + '.' + v.__qualname__
    if isinstance(v, list):
        return '[' + ', '.join([_shown(one) for one in v]) + ']'
    return repr(v)


def _as_type(v):
    """A text stands for a type that is not known yet."""
    if v is None:
        return type(None)
    return ForwardRef(v) if isinstance(v, str) else v


class _Final:
    """What stands in annotations and is no class."""

    def __call__(self, *args, **kwargs):
        raise TypeError('Cannot instantiate ' + repr(self))

    def __instancecheck__(self, obj):
        raise TypeError(repr(self) + ' cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(repr(self) + ' cannot be used with issubclass()')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Final):
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return 'ForwardRef(' + repr(self.__forward_arg__) + ')'


class _Form(_Final):
    """Any, Optional, ClassVar, …: `make` says what its brackets give."""

    def __init__(self, name, make=None):
        self._name, self._make = name, make

    def __getitem__(self, parameters):
        if self._make is None:
            raise TypeError(repr(self) + ' is not subscriptable')
        return self._make(self, parameters)

    def __repr__(self):
        return 'typing.' + self._name

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass ' + repr(self))


class _Alias(_Final):
    """A form or a class with its parameters."""

    def __init__(self, origin, args, shown, base=None):
        self.__origin__, self.__args__, self._shown = origin, args, shown
        self._base = base
        self.__parameters__ = tuple(_variables(args))

    def __getitem__(self, parameters):
        given = parameters if isinstance(parameters, tuple) else (parameters,)
        if len(given) != len(self.__parameters__):
            many = 'many' if len(given) > len(self.__parameters__) else 'few'
            if not self.__parameters__:
                raise TypeError(repr(self) + ' is not a generic class')
            raise TypeError('Too ' + many + ' arguments for ' + repr(self) + '; actual ' + str(len(given))
                            + ', expected ' + str(len(self.__parameters__)))
        by_name = dict(zip(self.__parameters__, given))
        args = tuple([by_name.get(v, v) if isinstance(v, TypeVar) else v for v in self.__args__])
        return _Alias(self.__origin__, args, self._shown, self._base)

    def __call__(self, *args, **kwargs):
        if self._base is None or not isinstance(self.__origin__, type):
            raise TypeError('Cannot instantiate ' + repr(self))
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self.__origin__ is not Union:
            raise TypeError('Subscripted generics cannot be used with class and instance checks')
        return any([issubclass(cls, one) for one in self.__args__])

    def __mro_entries__(self, bases):
        if self._base is None:
            raise TypeError('Cannot subclass ' + repr(self))
        return (self._base,)

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is Union:
            return other.__origin__ is Union and set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        return self._shown(self)


def _variables(args):
    found = []
    for v in args:
        inner = v.__parameters__ if isinstance(v, _Alias) else [v] if isinstance(v, (TypeVar, ParamSpec)) else []
        found.extend([one for one in inner if one not in found])
    return found


def _bracketed(alias):
    origin = alias.__origin__
    name = origin._name if isinstance(origin, _Form) else origin.__name__
    return 'typing.' + name + '[' + ', '.join([_shown(v) for v in alias.__args__]) + ']'


def _one(form, parameters):
    if isinstance(parameters, tuple):
        raise TypeError(repr(form) + ' accepts only single type. Got ' + repr(parameters)[:100] + '.')
    return _Alias(form, (_as_type(parameters),), _bracketed)


def _literal(form, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    return _Alias(form, parameters, lambda a: 'typing.Literal[' + ', '.join([repr(v) for v in a.__args__]) + ']')


def _union(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    flat = []
    for v in parameters if isinstance(parameters, tuple) else (parameters,):
        v = _as_type(v)
        flat.extend(v.__args__ if isinstance(v, _Alias) and v.__origin__ is Union else [v])
    kept = []
    for v in flat:
        if v not in kept:
            kept.append(v)
    return kept[0] if len(kept) == 1 else _Alias(Union, tuple(kept), _shown_union)


def _shown_union(alias):
    if len(alias.__args__) == 2 and type(None) in alias.__args__:
        inner = [v for v in alias.__args__ if v is not type(None)][0]
        return 'typing.Optional[' + _shown(inner) + ']'
    return _bracketed(alias)


def _optional(form, parameters):
    if isinstance(parameters, tuple):
        raise TypeError('typing.Optional requires a single type. Got ' + repr(parameters)[:100] + '.')
    return Union[parameters, type(None)]


def _annotated(form, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    alias = _Alias(parameters[0], (parameters[0],), _shown_annotated)
    alias.__metadata__ = parameters[1:]
    return alias


def _shown_annotated(alias):
    shown = [_shown(alias.__origin__)] + [repr(v) for v in alias.__metadata__]
    return 'typing.Annotated[' + ', '.join(shown) + ']'


def _several(form, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    return _Alias(form, tuple([_as_type(v) for v in parameters]), _bracketed)


class TypeVar(_Final):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__, self.__constraints__, self.__bound__ = name, constraints, bound
        self.__covariant__, self.__contravariant__ = covariant, contravariant

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class ParamSpec(_Final):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__, self.__bound__ = name, bound
        self.args, self.kwargs = _Form(name + '.args'), _Form(name + '.kwargs')

    def __repr__(self):
        return '~' + self.__name__


Union = _Form('Union', _union)
Optional = _Form('Optional', _optional)
