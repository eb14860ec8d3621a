# Questions about functions, generators and coroutines.
from _types import (AsyncGeneratorType as _AsyncGeneratorType, BuiltinFunctionType as _BuiltinFunctionType,
                    CodeType as _CodeType, CoroutineType as _CoroutineType, FrameType as _FrameType,
                    FunctionType as _FunctionType, GeneratorType as _GeneratorType, MethodType as _MethodType,
                    ModuleType as _ModuleType, TracebackType as _TracebackType,
                    is_awaitable_generator as _is_awaitable_generator, is_suspended as _is_suspended)

CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_NESTED = 0x10
CO_GENERATOR = 0x20
CO_NOFREE = 0x40
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100
CO_ASYNC_GENERATOR = 0x200

GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'
CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'


def isfunction(v):
    return isinstance(v, _FunctionType)


def ismethod(v):
    return isinstance(v, _MethodType)


def isbuiltin(v):
    return isinstance(v, _BuiltinFunctionType)


def isclass(v):
    return isinstance(v, type)


def ismodule(v):
    return isinstance(v, _ModuleType)


def iscode(v):
    return isinstance(v, _CodeType)


def isframe(v):
    return isinstance(v, _FrameType)


def istraceback(v):
    return isinstance(v, _TracebackType)


def isgenerator(v):
    return isinstance(v, _GeneratorType)


def iscoroutine(v):
    return isinstance(v, _CoroutineType)


def isasyncgen(v):
    return isinstance(v, _AsyncGeneratorType)


def isawaitable(v):
    return isinstance(v, _CoroutineType) or _is_awaitable_generator(v) or hasattr(type(v), '__await__')


def _has_flag(f, flag):
    f = getattr(f, '__func__', f)
    while hasattr(f, 'func') and hasattr(f, 'keywords'):
        f = f.func
    return isinstance(f, _FunctionType) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(v):
    return _has_flag(v, CO_GENERATOR)


def iscoroutinefunction(v):
    return _has_flag(v, CO_COROUTINE)


def isasyncgenfunction(v):
    return _has_flag(v, CO_ASYNC_GENERATOR)


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
    if _is_suspended(g):
        return GEN_SUSPENDED
    return GEN_CREATED if _is_fresh(g, 'gi_frame') else GEN_CLOSED


def getcoroutinestate(c):
    if c.cr_running:
        return CORO_RUNNING
    if _is_suspended(c):
        return CORO_SUSPENDED
    return CORO_CREATED if _is_fresh(c, 'cr_frame') else CORO_CLOSED


def _is_fresh(g, frame):
    return getattr(g, frame) is not None
