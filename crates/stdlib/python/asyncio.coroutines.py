# What counts as a coroutine.
async def _sample():
    pass


_sample = _sample()
CoroutineType = type(_sample)
_sample.close()
GeneratorType = type(one for one in ())

_IS_COROUTINE_FUNCTION = 0x80


def iscoroutinefunction(f):
    while hasattr(f, 'func') and hasattr(f, 'keywords'):
        f = f.func
    f = getattr(f, '__func__', f)
    code = getattr(f, '__code__', None)
    return code is not None and bool(code.co_flags & _IS_COROUTINE_FUNCTION)


def iscoroutine(v):
    return type(v) is CoroutineType or type(v) is GeneratorType
