# Tuples whose items have names.
from _arguments import bind as _bind

KEYWORDS = (
    'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def',
    'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is',
    'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield',
)


class _tuplegetter:
    def __init__(self, place, doc):
        self._place = place
        self.__doc__ = doc

    def __get__(self, obj, cls=None):
        return self if obj is None else tuple.__getitem__(obj, self._place)

    def __set__(self, obj, v):
        raise AttributeError("can't set attribute")

    def __delete__(self, obj):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return '_tuplegetter(' + repr(self._place) + ', ' + repr(self.__doc__) + ')'


def _checked(typename, names, rename):
    """The names as they are used: `rename` makes names of bad ones."""
    if rename:
        seen = set()
        for i, name in enumerate(names):
            if not name.isidentifier() or name in KEYWORDS or name.startswith('_') or name in seen:
                names[i] = '_' + str(i)
            seen.add(name)
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: ' + repr(name))
        if name in KEYWORDS:
            raise ValueError('Type names and field names cannot be a keyword: ' + repr(name))
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: ' + repr(name))
        if name in seen:
            raise ValueError('Encountered duplicate field name: ' + repr(name))
        seen.add(name)
    return names


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = _checked(str(typename), [str(name) for name in field_names], rename)
    typename = str(typename)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    namespace = _methods(typename, tuple(names), field_defaults)
    namespace['__new__'].__defaults__ = defaults
    for place, name in enumerate(names):
        namespace[name] = _tuplegetter(place, 'Alias for field number ' + str(place))
    cls = type(typename, (tuple,), namespace)
    if module is not None:
        cls.__module__ = module
    return cls


def _methods(typename, names, field_defaults):
    count = len(names)
    shown = typename + '.__new__'

    def __new__(_cls, /, *args, **keywords):
        if keywords or len(args) != count:
            args = tuple(_bind(shown, names, field_defaults, (), args, keywords).values())
        return tuple.__new__(_cls, args)

    def _make(cls, iterable):
        made = tuple.__new__(cls, iterable)
        if len(made) != count:
            raise TypeError('Expected ' + str(count) + ' arguments, got ' + str(len(made)))
        return made

    def _replace(self, /, **kwds):
        made = self._make([kwds.pop(name, v) for name, v in zip(names, self)])
        if kwds:
            raise ValueError('Got unexpected field names: ' + repr(list(kwds)))
        return made

    def __repr__(self):
        items = [name + '=' + repr(v) for name, v in zip(names, self)]
        return self.__class__.__name__ + '(' + ', '.join(items) + ')'

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for f in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        f.__qualname__ = typename + '.' + f.__name__
    return {
        '__doc__': typename + '(' + ', '.join(names) + ')', '__slots__': (), '_fields': names,
        '_field_defaults': field_defaults, '__new__': __new__, '_make': classmethod(_make), '_replace': _replace,
        '__repr__': __repr__, '_asdict': _asdict, '__getnewargs__': __getnewargs__, '__match_args__': names,
    }
