# Futures. The class is native.
from _asyncio import Future, _set_result_unless_cancelled, get_event_loop
from asyncio import exceptions

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def isfuture(v):
    return hasattr(type(v), '_asyncio_future_blocking') and v._asyncio_future_blocking is not None


def wrap_future(future, *, loop=None):
    """A future of the loop that ends as one of `concurrent.futures` does."""
    if isfuture(future):
        return future
    from concurrent.futures import Future as ConcurrentFuture
    assert isinstance(future, ConcurrentFuture), 'concurrent.futures.Future is expected, got ' + repr(future)
    if loop is None:
        loop = get_event_loop()
    own = loop.create_future()
    _chain_future(future, own)
    return own


def _loop_of(future):
    return future.get_loop() if isfuture(future) else None


def _outcome(e):
    """Errors of `concurrent.futures` have their counterparts here."""
    from concurrent import futures
    if type(e) is futures.CancelledError:
        return exceptions.CancelledError(*e.args)
    if type(e) is futures.TimeoutError:
        return exceptions.TimeoutError(*e.args)
    if type(e) is futures.InvalidStateError:
        return exceptions.InvalidStateError(*e.args)
    return e


def _copy_to_own(source, destination):
    if destination.cancelled():
        return
    assert not destination.done()
    if source.cancelled():
        destination.cancel()
        return
    e = source.exception()
    if e is not None:
        destination.set_exception(_outcome(e))
    else:
        destination.set_result(source.result())


def _copy_to_concurrent(source, destination):
    if source.cancelled():
        destination.cancel()
    if not destination.set_running_or_notify_cancel():
        return
    e = source.exception()
    if e is not None:
        destination.set_exception(_outcome(e))
    else:
        destination.set_result(source.result())


def _set_state(destination, source):
    if isfuture(destination):
        _copy_to_own(source, destination)
    else:
        _copy_to_concurrent(source, destination)


def _chain_future(source, destination):
    """The end of the one is the end of the other, and cancelling the other cancels the one; each in its own loop."""
    source_loop, destination_loop = _loop_of(source), _loop_of(destination)

    def _look_for_cancel(future):
        if destination.cancelled():
            if source_loop is None or source_loop is destination_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(lambda: source.cancel())

    def _end(future):
        if destination.cancelled() and destination_loop is not None and destination_loop.is_closed():
            return
        if destination_loop is None or destination_loop is source_loop:
            _set_state(destination, source)
        elif not destination_loop.is_closed():
            destination_loop.call_soon_threadsafe(_set_state, destination, source)

    destination.add_done_callback(_look_for_cancel)
    source.add_done_callback(_end)
