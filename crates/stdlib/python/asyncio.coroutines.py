# What counts as a coroutine.
import functools
import types

from asyncio.futures import isfuture
from _warnings import warn as _warn


async def _sample():
    pass


_sample = _sample()
CoroutineType = type(_sample)
_sample.close()
GeneratorType = type(one for one in ())

_IS_GENERATOR_FUNCTION = 0x20
_IS_COROUTINE_FUNCTION = 0x80


# The mark of functions that make coroutines though they are none to the language.
_is_coroutine = object()


def coroutine(func):
    """A function that makes what can be awaited, whatever it made before."""
    _warn('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead', DeprecationWarning, 0)
    if _has_flag(func, _IS_COROUTINE_FUNCTION):
        return func
    if _has_flag(func, _IS_GENERATOR_FUNCTION):
        made = func
    else:
        made = _awaiting(func)
    made = types.coroutine(made)
    made._is_coroutine = _is_coroutine
    return made


def _awaiting(func):
    """A generator function that waits for what a plain function gives back, if that can be waited for."""
    @functools.wraps(func)
    def made(*args, **kwargs):
        v = func(*args, **kwargs)
        if isfuture(v) or type(v) is GeneratorType:
            return (yield from v)
        if hasattr(type(v), '__await__'):
            return (yield from v.__await__())
        return v

    return made


def iscoroutinefunction(f):
    return _has_flag(f, _IS_COROUTINE_FUNCTION) or getattr(f, '_is_coroutine', None) is _is_coroutine


def _has_flag(f, flag):
    while hasattr(f, 'func') and hasattr(f, 'keywords'):
        f = f.func
    f = getattr(f, '__func__', f)
    code = getattr(f, '__code__', None)
    return code is not None and bool(code.co_flags & flag)


def iscoroutine(v):
    return type(v) is CoroutineType or type(v) is GeneratorType
