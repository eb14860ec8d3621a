# The loop: what is not in its native part. `PlainLoop` is the twin of the native hot part, in Python, for comparison.
import heapq
import sys

from _types import referent as _referent, refuse as _refuse, weak_reference as _weak_reference
from _asyncio import (Handle, Loop, TimerHandle, _overlays, _run_handle, _set_running_loop, _get_running_loop,
                      _show_exception)
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.futures import Future, isfuture, wrap_future

_MANY_TIMERS = 100
_CANCELLED_SHARE = 0.5
_LONGEST_WAIT = 24 * 3600


def _stop_when_done(future):
    if not future.cancelled():
        e = future.exception()
        if isinstance(e, (SystemExit, KeyboardInterrupt)):
            return
    future.get_loop().stop()


class PlainLoop(Loop):
    """The hot part in Python: the same effects in the same order as the native one."""

    def _check_open(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def call_soon(self, callback, *args, context=None):
        self._check_open()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check_open()
        timer = TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def _drop_cancelled(self):
        count = len(self._scheduled)
        if count > _MANY_TIMERS and self._timer_cancelled_count / count > _CANCELLED_SHARE:
            kept = []
            for timer in self._scheduled:
                if timer._cancelled:
                    timer._scheduled = False
                else:
                    kept.append(timer)
            heapq.heapify(kept)
            self._scheduled = kept
            self._timer_cancelled_count = 0
            return
        while self._scheduled and self._scheduled[0]._cancelled:
            self._timer_cancelled_count -= 1
            heapq.heappop(self._scheduled)._scheduled = False

    def _run_once(self):
        self._drop_cancelled()
        timeout = None
        if self._ready or self._stopping:
            timeout = 0
        elif self._scheduled:
            left = self._scheduled[0]._when - self.time()
            timeout = min(left, _LONGEST_WAIT) if left > 0 else 0
        self._selector.select(timeout)
        end = self.time() + 1e-9
        while self._scheduled and self._scheduled[0]._when < end:
            timer = heapq.heappop(self._scheduled)
            timer._scheduled = False
            self._ready.append(timer)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                _run_handle(handle)
        handle = None


class BaseEventLoop(Loop if _overlays() else PlainLoop):
    def __init__(self):
        super().__init__()
        self._debug = False
        self._exception_handler = None
        self._task_factory = None
        self._asyncgens = []
        self._asyncgens_shutdown_called = False
        self._default_executor = None
        self._executor_shutdown_called = False
        self.slow_callback_duration = 0.1

    def __repr__(self):
        return ('<' + type(self).__name__ + ' running=' + str(self.is_running()) + ' closed=' + str(self._closed)
                + ' debug=' + str(self._debug) + '>')

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._task_factory is None:
            from asyncio.tasks import Task
            return Task(coro, loop=self, name=name, context=context)
        if context is None:
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        if name is not None and hasattr(task, 'set_name'):
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self.call_soon(callback, *args, context=context)
        self._write_to_self()
        return handle

    def _write_to_self(self):
        """Who waits in `select` comes back."""
        self._selector._wake()

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
                self._default_executor = executor
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if _get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def is_running(self):
        return getattr(self, '_runs', False)

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        if enabled:
            _refuse("asyncio's debug mode", 'leave debug out')
        self._debug = False

    def _asyncgen_begins(self, agen):
        self._asyncgens.append(_weak_reference(agen))

    def _asyncgen_is_lost(self, agen):
        self._forget(agen)
        if not self._closed:
            self.call_soon(self.create_task, agen.aclose())

    def _forget(self, agen):
        self._asyncgens = [one for one in self._asyncgens if _referent(one) not in (None, agen)]

    async def shutdown_asyncgens(self):
        self._asyncgens_shutdown_called = True
        closing = [agen for agen in map(_referent, self._asyncgens) if agen is not None]
        self._asyncgens = []
        if not closing:
            return
        from asyncio.tasks import gather
        results = await gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': 'an error occurred during closing of asynchronous generator ' + repr(agen),
                    'exception': result,
                    'asyncgen': agen,
                })

    async def shutdown_default_executor(self):
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        from threading import Thread
        future = self.create_future()
        thread = Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        try:
            await future
        finally:
            thread.join()

    def _do_shutdown(self, future):
        """On a thread of its own: waits for the pool's threads."""
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(lambda: future.set_result(None))
        except Exception as e:
            if not self.is_closed():
                self.call_soon_threadsafe(lambda: future.set_exception(e))

    def run_forever(self):
        self._check_closed()
        self._check_running()
        hooks = sys.get_asyncgen_hooks()
        self._runs = True
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_begins, finalizer=self._asyncgen_is_lost)
        _set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._runs = False
            _set_running_loop(None)
            sys.set_asyncgen_hooks(*hooks)

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        ours = not isfuture(future)
        from asyncio.tasks import ensure_future
        future = ensure_future(future, loop=self)
        if ours:
            future._log_destroy_pending = False
        future.add_done_callback(_stop_when_done)
        try:
            self.run_forever()
        except BaseException:
            if ours and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop_when_done)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def close(self):
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError('A callable object or None is expected, got ' + repr(handler))
        self._exception_handler = handler

    def default_exception_handler(self, context):
        lines = [context.get('message') or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key not in ('message', 'exception'):
                lines.append(key + ': ' + repr(context[key]))
        sys.stderr.write('\n'.join(lines) + '\n')
        e = context.get('exception')
        if e is not None:
            _show_exception(e)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
            return
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self.default_exception_handler({
                'message': 'Unhandled error in exception handler',
                'exception': e,
                'context': context,
            })


# What a loop of CPython can do and this one cannot: no files, sockets, signals and processes yet.
_MISSING = (
    'add_reader', 'add_signal_handler', 'add_writer', 'connect_accepted_socket', 'connect_read_pipe',
    'connect_write_pipe', 'create_connection', 'create_datagram_endpoint', 'create_server', 'create_unix_connection',
    'create_unix_server', 'getaddrinfo', 'getnameinfo', 'remove_reader', 'remove_signal_handler', 'remove_writer',
    'sendfile', 'sock_accept', 'sock_connect', 'sock_recv', 'sock_recv_into', 'sock_recvfrom', 'sock_recvfrom_into', 'sock_sendall', 'sock_sendfile', 'sock_sendto',
    'start_tls', 'subprocess_exec', 'subprocess_shell',
)


def _refusal(name):
    def refused(self, *args, **keywords):
        _refuse('loop.' + name, 'use tasks and timers')
    return refused


for _name in _MISSING:
    setattr(BaseEventLoop, _name, _refusal(_name))
