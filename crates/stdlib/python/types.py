# Names for classes of the language.
from _types import (AsyncGeneratorType, BuiltinFunctionType, CellType, CodeType, CoroutineType, EllipsisType, FrameType,
                    FunctionType, GeneratorType, GenericAlias, GetSetDescriptorType, MappingProxyType,
                    MemberDescriptorType, MethodDescriptorType, MethodType, ModuleType, NoneType, NotImplementedType,
                    TracebackType, WrapperDescriptorType, mark_coroutine as _mark)

BuiltinMethodType = BuiltinFunctionType
LambdaType = FunctionType


class SimpleNamespace:
    def __init__(self, /, **names):
        self.__dict__.update(names)

    def __repr__(self):
        kind = type(self)
        shown = [name + '=' + repr(v) for name, v in self.__dict__.items()]
        return ('namespace' if kind is SimpleNamespace else kind.__name__) + '(' + ', '.join(shown) + ')'

    def __eq__(self, other):
        if not (isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace)):
            return NotImplemented
        return self.__dict__ == other.__dict__

    __hash__ = None


class _Wrapped:
    """What a function that types.coroutine wraps gives back: it can be awaited whatever it is."""

    def __init__(self, inner):
        self.__wrapped = inner

    def __await__(self):
        return iter(self.__wrapped)


def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    marked = _mark(func)
    if marked is not None:
        return marked

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if type(made) is CoroutineType or hasattr(type(made), '__await__'):
            return made
        if type(made) is GeneratorType or hasattr(type(made), '__next__'):
            return _Wrapped(made)
        return made

    wrapped.__name__ = func.__name__
    wrapped.__qualname__ = func.__qualname__
    wrapped.__wrapped__ = func
    return wrapped
