# Timeouts: an exception that comes after so many seconds.
from greenlet import getcurrent

from gevent.hub import get_hub

__all__ = ['Timeout', 'with_timeout']

_NOTHING = object()


class _Never:
    """The timer of a timeout that never comes."""
    pending = active = False
    seconds = timer = exception = None

    def start(self, *args, **kwargs):
        raise AssertionError('non-expiring timer cannot be started')

    def stop(self):
        return None

    cancel = close = stop

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return None


_never = _Never()


class Timeout(BaseException):
    """Raised in the greenlet that has started it, when its seconds are over."""

    def __init__(self, seconds=None, exception=None, ref=True, priority=-1, _one_shot=False):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._one_shot = _one_shot
        if seconds is None:
            self.timer = _never
        else:
            self.timer = get_hub().loop.timer(seconds or 0.0, ref=ref, priority=priority)

    def start(self):
        if self.pending:
            raise AssertionError(f'{self!r} is already started; to restart it, cancel it first')
        if self.seconds is None:
            return
        own = self.exception is None or self.exception is False or isinstance(self.exception, str)
        self.timer.start(self._expires, getcurrent(), self if own else self.exception, update=True)

    def _expires(self, greenlet, e):
        greenlet.throw(e)

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True, _one_shot=False):
        if not isinstance(timeout, Timeout):
            timeout = cls(timeout, exception, ref=ref, _one_shot=_one_shot)
            timeout.start()
        elif not timeout.pending:
            timeout.start()
        return timeout

    @staticmethod
    def _start_new_or_dummy(timeout, exception=None, ref=True):
        if timeout is None:
            return _never
        return Timeout.start_new(timeout, exception, ref, _one_shot=True)

    @property
    def pending(self):
        return self.timer.pending or self.timer.active

    def cancel(self):
        self.timer.stop()
        if self._one_shot:
            self.close()

    def close(self):
        self.timer.close()
        self.timer = _never

    def __repr__(self):
        shown = f'<{type(self).__name__} at {hex(id(self))} seconds={self.seconds}'
        if self.exception is not None:
            shown += f' exception={self.exception!r}'
        return shown + (' pending>' if self.pending else '>')

    def __str__(self):
        if self.seconds is None:
            return ''
        shown = f'{self.seconds} second' if self.seconds == 1 else f'{self.seconds} seconds'
        if self.exception is None:
            return shown
        return f'{shown} (silent)' if self.exception is False else f'{shown}: {self.exception}'

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        if value is self and self.exception is False:
            return True

    def __lt__(self, other):
        try:
            return self.seconds < other.seconds
        except AttributeError:
            try:
                return self.seconds < other
            except TypeError:
                return NotImplemented


def with_timeout(seconds, function, *args, **kwds):
    """Calls a function, for at most so many seconds."""
    otherwise = kwds.pop('timeout_value', _NOTHING)
    timeout = Timeout.start_new(seconds, _one_shot=True)
    try:
        return function(*args, **kwds)
    except Timeout as e:
        if e is timeout and otherwise is not _NOTHING:
            return otherwise
        raise
    finally:
        timeout.cancel()
