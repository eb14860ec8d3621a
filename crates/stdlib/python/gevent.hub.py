# The hub: the greenlet that runs a thread's loop, and the ways to wait in it.
import sys
from functools import partial

from greenlet import GreenletExit, getcurrent, greenlet

from _thread import _local, _note_uncaught, _show_exception, get_ident
from gevent.exceptions import HubDestroyed, InvalidSwitchError, LoopExit
from gevent.libev.corecext import loop as _loop
from time import time

__all__ = ['Hub', 'LoopExit', 'Waiter', 'get_hub', 'getcurrent', 'GreenletExit', 'kill', 'sleep', 'spawn_raw']
__simul_missing__ = ('iwait_on_objects', 'reinit', 'set_hub', 'signal', 'wait_on_objects', 'BlockingSwitchOutError',
                     'ConcurrentObjectUseError', 'IdentRegistry', 'MAIN_THREAD_IDENT', 'TrackedRawGreenlet',
                     'WaitOperationsGreenlet', 'linkproxy', '_get_hub', 'get_hub_class', 'get_loop', 'set_loop',
                     'set_default_hub_class', '__file__', '__cached__')

_NOTHING = object()
_of_thread = _local()


def get_hub():
    """The running thread's hub, made when it is first asked for."""
    try:
        return _of_thread.hub
    except AttributeError:
        _of_thread.hub = Hub()
        return _of_thread.hub


def _date(seconds):
    """A moment of UTC as gevent prints it."""
    days, seconds = divmod(int(seconds), 86400)
    # Years begin in March here, so that the day that leap years have more is their last.
    era, day = divmod(days + 719468, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5
    month = month + 3 if month < 10 else month - 9
    year += era * 400 + (month <= 2)
    hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f'{year:04}-{month:02}-{day + 1:02}T{hour:02}:{minute:02}:{second:02}Z'


class Waiter:
    """Where one greenlet waits for a value from the hub."""

    def __init__(self, hub=None):
        self.hub = get_hub() if hub is None else hub
        self.greenlet = None
        self.value = None
        self._exception = _NOTHING

    def clear(self):
        self.greenlet = None
        self.value = None
        self._exception = _NOTHING

    def ready(self):
        return self._exception is not _NOTHING

    def successful(self):
        return self._exception is None

    @property
    def exc_info(self):
        if self._exception is not _NOTHING:
            return self._exception

    def _pass_on(self, pass_on, *what):
        if getcurrent() is not self.hub:
            raise AssertionError(f'Can only use Waiter.{pass_on.__name__} method from the Hub greenlet')
        try:
            pass_on(*what)
        except BaseException as e:
            self.hub.handle_error(pass_on, type(e), e, e.__traceback__)

    def switch(self, value):
        if self.greenlet is None:
            self.value = value
            self._exception = None
        else:
            self._pass_on(self.greenlet.switch, value)

    def switch_args(self, *args):
        return self.switch(args)

    def throw(self, *thrown):
        if self.greenlet is None:
            self._exception = thrown
        else:
            self._pass_on(self.greenlet.throw, *thrown)

    def get(self):
        if self._exception is not _NOTHING:
            if self._exception is None:
                return self.value
            getcurrent().throw(*self._exception)
        if self.greenlet is not None:
            from gevent.exceptions import ConcurrentObjectUseError
            raise ConcurrentObjectUseError(f'This Waiter is already used by {self.greenlet!r}')
        self.greenlet = getcurrent()
        try:
            return self.hub.switch()
        finally:
            self.greenlet = None

    def __call__(self, source):
        if source.exception is None:
            self.switch(source.value)
        else:
            self.throw(source.exception)


class MultipleWaiter(Waiter):
    """A waiter that keeps the values which come while nobody waits."""

    def __init__(self, hub=None):
        Waiter.__init__(self, hub)
        self._values = []

    def switch(self, value):
        self._values.append(value)
        Waiter.switch(self, True)

    def get(self):
        if not self._values:
            Waiter.get(self)
            Waiter.clear(self)
        return self._values.pop(0)


class Hub(greenlet):
    """The greenlet in which a thread's loop runs; its parent is the thread's main greenlet."""
    SYSTEM_ERROR = (KeyboardInterrupt, SystemExit, SystemError)
    NOT_ERROR = (GreenletExit, SystemExit)
    loop_class = _loop
    name = ''

    def __init__(self, loop=None, default=None):
        greenlet.__init__(self)
        self.thread_ident = get_ident()
        self.loop = self.loop_class(default=default) if loop is None else loop

    def __repr__(self):
        shown = 'destroyed' if self.loop is None else self.loop._format()
        return f'<{type(self).__name__} {self.name!r} at {hex(id(self))} {shown} thread_ident={hex(self.thread_ident)}>'

    def switch(self):
        switch_out = getattr(getcurrent(), 'switch_out', None)
        if switch_out is not None:
            switch_out()
        return greenlet.switch(self)

    def switch_out(self):
        from gevent.exceptions import BlockingSwitchOutError
        raise BlockingSwitchOutError('Impossible to call blocking function in the event loop callback')

    def run(self):
        assert self is getcurrent(), 'Do not call Hub.run() directly'
        while True:
            self.loop.error_handler = self
            try:
                self.loop.run()
            finally:
                self.loop.error_handler = None
            self.parent.throw(LoopExit('This operation would block forever', self, self.loop.debug()))

    def wait(self, watcher):
        """The running greenlet waits until a watcher calls."""
        waiter = Waiter(self)
        watcher.start(waiter.switch, waiter)
        try:
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError(f'Invalid switch into {getcurrent()}: {result!r} (expected {waiter!r})')
        finally:
            watcher.stop()

    def join(self, timeout=None):
        """Waits until the loop has nothing more to do: true; or false after so many seconds."""
        assert getcurrent() is self.parent, 'only possible from the MAIN greenlet'
        if self.dead:
            return True
        waiter = Waiter(self)
        if timeout is not None:
            timeout = self.loop.timer(timeout, ref=False)
            timeout.start(waiter.switch, None)
        try:
            waiter.get()
        except LoopExit:
            return True
        finally:
            if timeout is not None:
                timeout.close()
        return False

    def handle_error(self, context, type, value, tb):
        if value is None:
            value = type()
        elif isinstance(value, str):
            value = type(value)
        if not issubclass(type, self.NOT_ERROR):
            self.print_exception(context, type, value, tb)
        if context is None or issubclass(type, self.SYSTEM_ERROR):
            self.handle_system_error(type, value, tb)

    def handle_system_error(self, type, value, tb=None):
        current = getcurrent()
        if current is self or current is self.parent or self.loop is None:
            self.parent.throw(type, value, tb)
            return
        call = self.loop.run_callback(current.switch)
        try:
            self.parent.throw(type, value, tb)
        finally:
            call.stop()

    def print_exception(self, context, type, value, tb):
        stream = sys.stderr
        if not stream:
            return
        _show_exception(value)
        stream.write(_date(time()))
        stream.write('\n' if context is None else ' ')
        if context is not None:
            shown = context if isinstance(context, str) else repr(context)
            stream.write(f'{shown} failed with {type.__name__}\n\n')

    def destroy(self, destroy_loop=None):
        try:
            self.throw(HubDestroyed())
        except LoopExit:
            pass
        self.loop = None
        del _of_thread.hub


def spawn_raw(function, *args, **kwargs):
    """A plain greenlet that the hub will begin."""
    if not callable(function):
        raise TypeError('function must be callable')
    hub = get_hub()
    if kwargs:
        function, args = partial(function, *args, **kwargs), ()
    spawned = _Raw(function, hub)
    hub.loop.run_callback(spawned.switch, *args)
    spawned.loop = hub.loop
    return spawned


class _Raw(greenlet):
    """A greenlet with attributes."""


def sleep(seconds=0, ref=True):
    """The running greenlet waits so many seconds; with 0 it lets the others go first."""
    hub = get_hub()
    if seconds <= 0:
        waiter = Waiter(hub)
        hub.loop.run_callback(waiter.switch, None)
        waiter.get()
    else:
        with hub.loop.timer(seconds, ref=ref) as timer:
            hub.loop.update_now()
            hub.wait(timer)


def idle(priority=0):
    """The running greenlet waits until nothing else of its priority is due."""
    hub = get_hub()
    with hub.loop.idle() as watcher:
        if priority:
            watcher.priority = priority
        hub.wait(watcher)


def kill(greenlet, exception=GreenletExit):
    """An exception will be raised in a greenlet; nobody waits for that."""
    if greenlet.dead:
        return
    if hasattr(greenlet, 'kill'):
        greenlet.kill(exception=exception, block=False)
    else:
        get_hub().loop.run_callback(greenlet.throw, exception)


class _Arrivals:
    """Objects one after the other as they become ready."""

    def __init__(self, objects, hub, timeout, count):
        self._hub = hub
        self._waiter = MultipleWaiter(hub)
        self._switch = self._waiter.switch
        self._timeout = timeout
        self._timer = None
        self._objects = objects
        self._begun = False
        self._left = len(objects) if count is None else min(count, len(objects))

    def _begin(self):
        if self._begun:
            return
        self._begun = True
        for one in self._objects:
            one.rawlink(self._switch)
        if self._timeout is not None:
            self._timer = self._hub.loop.timer(self._timeout, priority=-1)
            self._timer.start(self._switch, self)

    def __iter__(self):
        return self

    def __next__(self):
        self._begin()
        if self._left == 0:
            self._end()
            raise StopIteration
        self._left -= 1
        try:
            item = self._waiter.get()
            self._waiter.clear()
            if item is self:
                raise StopIteration
            return item
        except:
            self._end()
            raise

    def _end(self):
        if self._timer is not None:
            self._timer.close()
            self._timer = None
        objects, self._objects = self._objects, ()
        for one in objects:
            unlink = getattr(one, 'unlink', None)
            if unlink is not None:
                unlink(self._switch)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self._end()


def iwait(objects, timeout=None, count=None):
    """The objects in the order in which they become ready."""
    hub = get_hub()
    if objects is None:
        return [hub.join(timeout=timeout)]
    return _Arrivals(objects, hub, timeout, count)


def wait(objects=None, timeout=None, count=None):
    """Waits until objects are ready, or until the loop has nothing to do."""
    if objects is None:
        return get_hub().join(timeout=timeout)
    return list(iwait(objects, timeout, count))
