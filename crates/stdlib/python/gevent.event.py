# Events and results that greenlets wait for.
from gevent._linkable import Linkable
from gevent.timeout import Timeout

__all__ = ['Event', 'AsyncResult']
__simul_missing__ = ('AbstractLinkable', '__file__', '__cached__')

_NOTHING = object()


class Event(Linkable):
    """A flag: set or not; one may wait until it is set."""

    def __init__(self):
        Linkable.__init__(self)
        self._flag = False

    def __str__(self):
        state = 'set' if self._flag else 'clear'
        return f'<{type(self).__module__}.{type(self).__name__} at {hex(id(self))} {state} _links[{self.linkcount()}]>'

    def is_set(self):
        return self._flag

    isSet = ready = is_set

    def set(self):
        self._flag = True
        self._check_and_notify()

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return self._wait(timeout)

    def _result(self, waited, success):
        return success if waited else self._flag


class AsyncResult(Linkable):
    """A value or an exception that will be there once."""

    def __init__(self):
        Linkable.__init__(self)
        self._value = _NOTHING
        self._exc_info = ()

    def __str__(self):
        shown = f'<{type(self).__name__} '
        if self.value is not None or self._exc_info:
            shown += f'value={self.value!r} '
        if self._exc_info:
            if self._exc_info[1] is not None:
                shown += f'exception={self._exc_info[1]!r} '
        else:
            shown += 'unset '
        return shown + f' _links[{self.linkcount()}]>'

    @property
    def value(self):
        return None if self._value is _NOTHING else self._value

    @property
    def exc_info(self):
        return self._exc_info

    @property
    def exception(self):
        if self._exc_info:
            return self._exc_info[1]

    def ready(self):
        return self._exc_info or self._value is not _NOTHING

    def successful(self):
        return self._value is not _NOTHING

    def set(self, value=None):
        self._value = value
        self._check_and_notify()

    def set_exception(self, exception, exc_info=None):
        self._exc_info = tuple(exc_info) if exc_info else (type(exception), exception, None)
        self._check_and_notify()

    def get(self, block=True, timeout=None):
        if self._value is not _NOTHING:
            return self._value
        if self._exc_info:
            raise self._exc_info[1].with_traceback(self._exc_info[2])
        if not block:
            raise Timeout()
        if self.hub is None:
            from gevent.hub import get_hub
            self.hub = get_hub()
        self._wait_until_ready(timeout, ())
        return self.get(block=False)

    def get_nowait(self):
        return self.get(block=False)

    def _result(self, waited, success):
        return self.value

    def wait(self, timeout=None):
        return self._wait(timeout)

    def __call__(self, source):
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception, getattr(source, 'exc_info', None))

    def result(self, timeout=None):
        return self.get(timeout=timeout)

    set_result = set

    def done(self):
        return self.ready()

    def cancel(self):
        return False

    def cancelled(self):
        return False
