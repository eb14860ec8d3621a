# Locks of greenlets.
from greenlet import getcurrent

from gevent._linkable import Linkable

__all__ = ['Semaphore', 'BoundedSemaphore', 'DummySemaphore', 'RLock']
__simul_missing__ = ('AbstractLinkable', '__file__', '__cached__')


class Semaphore(Linkable):
    """So many may have it at once; the others wait."""
    _notify_all = False

    def __init__(self, value=1, hub=None):
        self.counter = value
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        Linkable.__init__(self, hub)

    def __str__(self):
        return f'<{type(self).__name__} at {hex(id(self))} counter={self.counter} _links[{self.linkcount()}]>'

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def release(self):
        self.counter += 1
        self._check_and_notify()
        return self.counter

    def _result(self, waited, success):
        return success if waited else True

    def wait(self, timeout=None):
        if self.counter <= 0:
            self._wait(timeout)
        return self.counter

    def acquire(self, blocking=True, timeout=None):
        if self.counter <= 0:
            if not blocking or not self._wait(timeout):
                return False
        self.counter -= 1
        return True

    def __enter__(self):
        self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is released at most as often as it was acquired."""
    _OVER_RELEASE_ERROR = ValueError

    def __init__(self, *args, **kwargs):
        Semaphore.__init__(self, *args, **kwargs)
        self._initial_value = self.counter

    def release(self):
        if self.counter >= self._initial_value:
            raise self._OVER_RELEASE_ERROR('Semaphore released too many times')
        return Semaphore.release(self)


class DummySemaphore:
    """A semaphore that everybody may have."""

    def __init__(self, value=None):
        pass

    def __str__(self):
        return '<DummySemaphore>'

    def locked(self):
        return False

    def ready(self):
        return True

    def release(self):
        pass

    def rawlink(self, callback):
        pass

    def unlink(self, callback):
        pass

    def wait(self, timeout=None):
        return 1

    def acquire(self, blocking=True, timeout=None):
        return True

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        pass


class RLock:
    """A lock that its holder may take again."""

    def __init__(self, hub=None):
        self._block = Semaphore(1, hub)
        self._owner = None
        self._count = 0

    def __repr__(self):
        return f'<{type(self).__name__} at {hex(id(self))} _count={self._count} _block={self._block!r} _owner={self._owner!r}>'

    def acquire(self, blocking=True, timeout=None):
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return 1
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    def __enter__(self):
        return self.acquire()

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, kind, value, traceback):
        self.release()
