# Tasks, and waiting for several of them. The class is native.
import contextvars

from _asyncio import (Future, Task, _enter_task, _leave_task, _register_task, _set_result_unless_cancelled,
                      _unregister_task, all_tasks, current_task, get_event_loop, get_running_loop)
from _types import mark_coroutine as _mark, minor as _minor
from _warnings import warn as _warn
from asyncio import exceptions
from asyncio.coroutines import iscoroutine
from asyncio.futures import isfuture

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


def create_task(coro, *, name=None, context=None):
    loop = get_running_loop()
    if context is None:
        task = loop.create_task(coro)
    else:
        task = loop.create_task(coro, context=context)
    if name is not None:
        task.set_name(name)
    return task


if _minor < 11:
    _with_context = create_task

    def create_task(coro, *, name=None):
        return _with_context(coro, name=name)


@_mark
def _give_way():
    """Awaiting one gives every other task its turn."""
    yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _give_way()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


async def _await(awaitable):
    return await awaitable


def ensure_future(v, *, loop=None):
    if isfuture(v):
        if loop is not None and loop is not v.get_loop():
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return v
    coro = v
    if not iscoroutine(v):
        if not hasattr(type(v), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro = _await(v)
    if loop is None:
        loop = get_event_loop()
    return loop.create_task(coro)


class _GatheringFuture(Future):
    """Cancelling it cancels what it gathers."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        taken = False
        for child in self._children:
            if child.cancel(msg=msg):
                taken = True
        if taken:
            self._cancel_requested = True
        return taken


def gather(*awaitables, return_exceptions=False):
    if not awaitables:
        outer = get_event_loop().create_future()
        outer.set_result([])
        return outer

    def _done_callback(child):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            e = child.exception()
            if e is not None:
                outer.set_exception(e)
                return
        if finished == expected:
            results = [_outcome(one) for one in children]
            if outer._cancel_requested:
                outer.set_exception(child._make_cancelled_error())
            else:
                outer.set_result(results)

    known = {}
    children = []
    expected = 0
    finished = 0
    loop = None
    outer = None
    for one in awaitables:
        if one not in known:
            future = ensure_future(one, loop=loop)
            if loop is None:
                loop = future.get_loop()
            if future is not one:
                future._log_destroy_pending = False
            expected += 1
            known[one] = future
            future.add_done_callback(_done_callback)
        else:
            future = known[one]
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    return outer


def _outcome(child):
    if child.cancelled():
        return exceptions.CancelledError('' if child._cancel_message is None else child._cancel_message)
    e = child.exception()
    return child.result() if e is None else e


def shield(awaitable):
    inner = ensure_future(awaitable)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = loop.create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
            return
        e = inner.exception()
        if e is not None:
            outer.set_exception(e)
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(awaitable, timeout):
    loop = get_running_loop()
    if timeout is None:
        return await awaitable
    if timeout <= 0:
        future = ensure_future(awaitable, loop=loop)
        if future.done():
            return future.result()
        await _cancel_and_wait(future, loop)
        try:
            return future.result()
        except exceptions.CancelledError as e:
            raise exceptions.TimeoutError() from e
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release_waiter, waiter)

    def _on_completion(future):
        _release_waiter(waiter)

    future = ensure_future(awaitable, loop=loop)
    future.add_done_callback(_on_completion)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if future.done():
                return future.result()
            future.remove_done_callback(_on_completion)
            await _cancel_and_wait(future, loop)
            raise
        if future.done():
            return future.result()
        future.remove_done_callback(_on_completion)
        await _cancel_and_wait(future, loop)
        try:
            return future.result()
        except exceptions.CancelledError as e:
            raise exceptions.TimeoutError() from e
    finally:
        timer.cancel()


async def _cancel_and_wait(future, loop):
    waiter = loop.create_future()

    def _on_end(future):
        _release_waiter(waiter)

    future.add_done_callback(_on_end)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(_on_end)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError('expect a list of futures, not ' + type(fs).__name__)
    if not fs:
        raise ValueError('Set of ' + ('coroutines/Futures' if _minor < 11 else 'Tasks/Futures') + ' is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError('Invalid return_when value: ' + str(return_when))
    fs = set(fs)
    loop = get_running_loop()
    if any([iscoroutine(one) for one in fs]):
        if _minor >= 11:
            raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
        _warn('The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8, '
              'and scheduled for removal in Python 3.11.', DeprecationWarning, 0)
    if _minor < 11:
        fs = {ensure_future(one, loop=loop) for one in fs}
    return await _wait(fs, timeout, return_when, loop)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
    counter = len(fs)

    def _on_completion(future):
        nonlocal counter
        counter -= 1
        if (counter <= 0 or return_when == FIRST_COMPLETED
                or (return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None)):
            if timer is not None:
                timer.cancel()
            _release_waiter(waiter)

    for future in fs:
        future.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for future in fs:
        if future.done():
            done.add(future)
        else:
            pending.add(future)
    return done, pending


def run_coroutine_threadsafe(coro, loop):
    """Called from another thread than the loop's: a future of `concurrent.futures` for a coroutine's end."""
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from asyncio.futures import _chain_future
    from concurrent.futures import Future as ConcurrentFuture
    future = ConcurrentFuture()

    def _begin():
        try:
            _chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            if future.set_running_or_notify_cancel():
                future.set_exception(e)
            raise

    loop.call_soon_threadsafe(_begin)
    return future


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError('expect an iterable of futures, not ' + type(fs).__name__)
    from asyncio.queues import Queue
    done = Queue()
    loop = get_event_loop()
    todo = {ensure_future(one, loop=loop) for one in set(fs)}
    timer = None

    def _on_timeout():
        for future in todo:
            future.remove_done_callback(_on_completion)
            done.put_nowait(None)
        todo.clear()

    def _on_completion(future):
        if not todo:
            return
        todo.remove(future)
        done.put_nowait(future)
        if not todo and timer is not None:
            timer.cancel()

    async def _wait_for_one():
        future = await done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(_on_completion)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, _on_timeout)
    for _ in range(len(todo)):
        yield _wait_for_one()
