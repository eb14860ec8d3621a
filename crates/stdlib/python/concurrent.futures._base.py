# A result that another thread will bring.
import sys
import threading
from collections import namedtuple
from time import monotonic

from _thread import _show_exception

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
_AS_COMPLETED = '_AS_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_OVER = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_NOTIFIED = (CANCELLED_AND_NOTIFIED, FINISHED)
_SHOWN = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled',
          FINISHED: 'finished'}

TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


def _log(message, e):
    """What CPython's logging prints as long as nobody has set it up."""
    sys.stderr.write(message + '\n')
    _show_exception(e)


class Future:
    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        kind = type(self).__name__
        with self._condition:
            text = '<' + kind + ' at ' + hex(id(self)) + ' state=' + _SHOWN[self._state]
            if self._state == FINISHED:
                if self._exception:
                    text += ' raised ' + type(self._exception).__name__
                else:
                    text += ' returned ' + type(self._result).__name__
            return text + '>'

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in _OVER

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception as e:
            _log('exception calling callback for ' + repr(self), e)

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in _OVER:
                self._done_callbacks.append(fn)
                return
        self._invoke(fn)

    def _await(self, timeout):
        """The condition is held: waits until the future is over."""
        if self._state not in _OVER:
            self._condition.wait(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        try:
            with self._condition:
                self._await(timeout)
                if self._exception:
                    raise self._exception
                return self._result
        finally:
            # The exception's traceback refers to this frame.
            self = None

    def exception(self, timeout=None):
        with self._condition:
            self._await(timeout)
            return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            sys.stderr.write(f'Future {id(self)} in unexpected state: {self._state}\n')
            raise RuntimeError('Future in unexpected state')

    def _finish(self, result, e):
        with self._condition:
            if self._state in _OVER:
                raise InvalidStateError(self._state + ': ' + repr(self))
            self._result, self._exception = result, e
            self._state = FINISHED
            for waiter in self._waiters:
                if e is None:
                    waiter.add_result(self)
                else:
                    waiter.add_exception(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class _Waiter:
    """Is told of the ends of several futures."""

    def __init__(self):
        self.event = threading.Event()
        self.finished_futures = []

    def add_result(self, future):
        self.finished_futures.append(future)

    add_exception = add_cancelled = add_result


class _FirstCompletedWaiter(_Waiter):
    def add_result(self, future):
        self.finished_futures.append(future)
        self.event.set()

    add_exception = add_cancelled = add_result


class _AsCompletedWaiter(_Waiter):
    def __init__(self):
        super().__init__()
        self.lock = threading.Lock()

    def add_result(self, future):
        with self.lock:
            self.finished_futures.append(future)
            self.event.set()

    add_exception = add_cancelled = add_result


class _AllCompletedWaiter(_Waiter):
    def __init__(self, pending, stops):
        super().__init__()
        self.pending = pending
        self.stops = stops
        self.lock = threading.Lock()

    def _one_less(self):
        with self.lock:
            self.pending -= 1
            if not self.pending:
                self.event.set()

    def add_result(self, future):
        super().add_result(future)
        self._one_less()

    add_cancelled = add_result

    def add_exception(self, future):
        self.finished_futures.append(future)
        if self.stops:
            self.event.set()
        else:
            self._one_less()


class _Held:
    """Holds the conditions of several futures, always taken in one order."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _install(fs, waiter):
    for future in fs:
        future._waiters.append(waiter)
    return waiter


def _remove(fs, waiter):
    for future in fs:
        with future._condition:
            future._waiters.remove(waiter)


def _hand_out(finished, waiter, *collections):
    """Gives one finished future after the other, the last of the list first, and keeps none of them."""
    while finished:
        future = finished[-1]
        for collection in collections:
            collection.remove(future)
        with future._condition:
            future._waiters.remove(waiter)
        del future
        yield finished.pop()


def as_completed(fs, timeout=None):
    if timeout is not None:
        end = timeout + monotonic()
    fs = list(dict.fromkeys(fs))
    total = len(fs)
    with _Held(fs):
        finished = [future for future in reversed(fs) if future._state in _NOTIFIED]
        pending = [future for future in fs if future not in finished]
        waiter = _install(fs, _AsCompletedWaiter())
    try:
        yield from _hand_out(finished, waiter, fs)
        while pending:
            left = None
            if timeout is not None:
                left = end - monotonic()
                if left < 0:
                    raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
            waiter.event.wait(left)
            with waiter.lock:
                finished = waiter.finished_futures
                waiter.finished_futures = []
                waiter.event.clear()
            finished.reverse()
            yield from _hand_out(finished, waiter, fs, pending)
    finally:
        _remove(fs, waiter)


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    with _Held(fs):
        done = {future for future in fs if future._state in _NOTIFIED}
        left = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, left)
        if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f.exception() is not None for f in done):
            return DoneAndNotDoneFutures(done, left)
        if not left:
            return DoneAndNotDoneFutures(done, left)
        waiter = _install(fs, _waiter_for(return_when, len(left)))
    waiter.event.wait(timeout)
    _remove(fs, waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, fs - done)


def _waiter_for(return_when, pending):
    if return_when == FIRST_COMPLETED:
        return _FirstCompletedWaiter()
    if return_when == FIRST_EXCEPTION:
        return _AllCompletedWaiter(pending, True)
    if return_when == ALL_COMPLETED:
        return _AllCompletedWaiter(pending, False)
    raise ValueError('Invalid return condition: ' + repr(return_when))


def _result_or_cancel(future, *timeout):
    try:
        try:
            return future.result(*timeout)
        finally:
            future.cancel()
    finally:
        # The exception's traceback refers to this frame.
        del future


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if timeout is not None:
            end = timeout + monotonic()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    if timeout is None:
                        yield _result_or_cancel(fs.pop())
                    else:
                        yield _result_or_cancel(fs.pop(), end - monotonic())
            finally:
                for future in fs:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        self.shutdown(wait=True)
        return False
