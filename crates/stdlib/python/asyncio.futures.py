# Futures. The class is native.
from _asyncio import Future, _set_result_unless_cancelled

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def isfuture(v):
    return hasattr(type(v), '_asyncio_future_blocking') and v._asyncio_future_blocking is not None


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    raise TypeError('concurrent.futures.Future is expected, got ' + repr(future))
