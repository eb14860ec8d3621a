# Questions about functions, generators and coroutines.
from _types import (AsyncGeneratorType, BuiltinFunctionType, CodeType, CoroutineType, FrameType, FunctionType,
                    GeneratorType, MethodType, ModuleType, TracebackType, is_awaitable_generator)

_GENERATOR = 0x20
_COROUTINE = 0x80
_ASYNC_GENERATOR = 0x200

GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'
CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'

__simul_missing__ = (
    'Parameter', 'Signature', 'cleandoc', 'currentframe', 'getargvalues', 'getcallargs', 'getclosurevars', 'getdoc',
    'getfile', 'getframeinfo', 'getfullargspec', 'getgeneratorlocals', 'getcoroutinelocals', 'getinnerframes',
    'getlineno', 'getmembers', 'getmodule', 'getmro', 'getouterframes', 'getsource', 'getsourcefile',
    'getsourcelines', 'signature', 'stack', 'trace',
)


def isfunction(v):
    return isinstance(v, FunctionType)


def ismethod(v):
    return isinstance(v, MethodType)


def isbuiltin(v):
    return isinstance(v, BuiltinFunctionType)


def isclass(v):
    return isinstance(v, type)


def ismodule(v):
    return isinstance(v, ModuleType)


def iscode(v):
    return isinstance(v, CodeType)


def isframe(v):
    return isinstance(v, FrameType)


def istraceback(v):
    return isinstance(v, TracebackType)


def isgenerator(v):
    return isinstance(v, GeneratorType)


def iscoroutine(v):
    return isinstance(v, CoroutineType)


def isasyncgen(v):
    return isinstance(v, AsyncGeneratorType)


def isawaitable(v):
    return isinstance(v, CoroutineType) or is_awaitable_generator(v) or hasattr(type(v), '__await__')


def _has_flag(f, flag):
    f = getattr(f, '__func__', f)
    while hasattr(f, 'func') and hasattr(f, 'keywords'):
        f = f.func
    return isinstance(f, FunctionType) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(v):
    return _has_flag(v, _GENERATOR)


def iscoroutinefunction(v):
    return _has_flag(v, _COROUTINE)


def isasyncgenfunction(v):
    return _has_flag(v, _ASYNC_GENERATOR)


def unwrap(f, *, stop=None):
    seen = []
    while hasattr(f, '__wrapped__') and (stop is None or not stop(f)):
        f = f.__wrapped__
        if id(f) in seen:
            raise ValueError('wrapper loop when unwrapping ' + repr(f))
        seen.append(id(f))
    return f


def getgeneratorstate(g):
    if g.gi_running:
        return GEN_RUNNING
    if g.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CREATED if _is_fresh(g, 'gi_frame') else GEN_CLOSED


def getcoroutinestate(c):
    if c.cr_running:
        return CORO_RUNNING
    if c.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CREATED if _is_fresh(c, 'cr_frame') else CORO_CLOSED


def _is_fresh(g, frame):
    return getattr(g, frame) is not None
