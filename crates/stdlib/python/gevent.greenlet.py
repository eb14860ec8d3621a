# Greenlets that the hub runs: they have a result, and others may wait for it.
from greenlet import GreenletExit, getcurrent, greenlet
from sys import exc_info

from gevent.exceptions import InvalidSwitchError
from gevent.hub import Waiter, get_hub, iwait, wait
from gevent.timeout import Timeout

__all__ = ['Greenlet', 'joinall', 'killall']
__simul_missing__ = ('SpawnedLink', 'SuccessSpawnedLink', 'FailureSpawnedLink', '__file__', '__cached__')

_names = 0


class _Link:
    """Calls a function in a greenlet of its own when another is over."""
    __slots__ = ('callback',)

    def __init__(self, callback):
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        self.callback = callback

    def __call__(self, source):
        greenlet(self.callback, get_hub()).switch(source)

    def __repr__(self):
        return repr(self.callback)

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, 'callback', other)


class _SuccessLink(_Link):
    __slots__ = ()

    def __call__(self, source):
        if source.successful():
            _Link.__call__(self, source)


class _FailureLink(_Link):
    __slots__ = ()

    def __call__(self, source):
        if not source.successful():
            _Link.__call__(self, source)


class _NoStart:
    """Stands for the callback that would begin a greenlet, once there is none any more."""
    pending = active = False

    def stop(self):
        pass

    close = stop


_cancelled = _NoStart()
_completed = _NoStart()


class Greenlet(greenlet):
    """A greenlet that the hub begins; it keeps what comes of it."""

    def __init__(self, run=None, *args, **kwargs):
        greenlet.__init__(self, None, get_hub())
        if run is not None:
            self._run = run
        if not callable(self._run):
            raise TypeError('The run argument or self._run must be callable')
        self.args = args
        self.kwargs = kwargs
        self.value = None
        self._start_event = None
        self._notifier = None
        self._shown = None
        self._links = []
        self._ident = None
        self._exc_info = None

    def _run(self):
        return None

    @property
    def loop(self):
        return self.parent.loop

    @property
    def minimal_ident(self):
        global _names
        if self._ident is None:
            self._ident = _names
            _names += 1
        return self._ident

    @property
    def name(self):
        given = self.__dict__.get('_name')
        return f'Greenlet-{self.minimal_ident}' if given is None else given

    @name.setter
    def name(self, name):
        self._name = name

    # How far it is.

    def __bool__(self):
        return self._start_event is not None and self._exc_info is None

    @property
    def started(self):
        return bool(self)

    def _aborted(self):
        """It was begun, but not by the callback that should have done it, and did not get to its function."""
        start = self._start_event
        if start is None or start is _cancelled or start is _completed:
            return False
        return not (start.pending or getattr(start, 'active', False))

    @property
    def dead(self):
        if getcurrent() is self:
            return False
        return self._start_event is _cancelled or self._aborted() or super().dead

    def ready(self):
        return self.dead or self._exc_info is not None

    def successful(self):
        return self._exc_info is not None and self._exc_info[1] is None

    @property
    def exception(self):
        return None if self._exc_info is None else self._exc_info[1]

    @property
    def exc_info(self):
        if self._exc_info is not None and self._exc_info[0] is not None:
            return self._exc_info

    def _raise_exception(self):
        kind, e, traceback = self.exc_info
        raise e.with_traceback(traceback)

    def __repr__(self):
        name = f' "{self.name}" ' if '_name' in self.__dict__ or self._ident is not None else ' '
        return f'<{type(self).__name__}{name}at {hex(id(self))}: {self._formatinfo()}>'

    def _formatinfo(self):
        if self._shown is None:
            receiver = getattr(self._run, '__self__', None)
            if receiver is self:
                function = '_run'
            elif receiver is not None:
                function = repr(self._run)
            else:
                function = getattr(self._run, '__name__', '') or repr(self._run)
            given = [repr(arg)[:50] for arg in self.args]
            given += [f'{name}={repr(arg)[:50]}' for name, arg in self.kwargs.items()]
            self._shown = f'{function}({", ".join(given)})' if given else function
        return self._shown

    # Beginning.

    def start(self):
        if self._start_event is None:
            self._start_event = self.parent.loop.run_callback(self.switch)

    def start_later(self, seconds):
        if self._start_event is None:
            self._start_event = self.parent.loop.timer(seconds)
            self._start_event.start(self.switch)

    @classmethod
    def spawn(cls, *args, **kwargs):
        spawned = cls(*args, **kwargs)
        spawned.start()
        return spawned

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        if cls is Greenlet and not args and 'run' not in kwargs:
            raise TypeError('')
        spawned = cls(*args, **kwargs)
        spawned.start_later(seconds)
        return spawned

    def _cancel_start(self):
        if self._start_event is None:
            self._start_event = _cancelled
        self._start_event.stop()
        self._start_event.close()

    def run(self):
        try:
            self._cancel_start()
            self._start_event = _completed
            try:
                result = self._run(*self.args, **self.kwargs)
            except:
                self._report_error(exc_info())
            else:
                self._report_result(result)
        finally:
            self._free()

    def _free(self):
        self.__dict__.pop('_run', None)
        self.args = ()
        self.kwargs.clear()

    # Ending.

    def _notify_later(self):
        if self._links and not self._notifier:
            self._notifier = self.parent.loop.run_callback(self._notify_links)

    def _report_result(self, result):
        self._exc_info = (None, None, None)
        self.value = result
        self._notify_later()

    def _report_error(self, info):
        if isinstance(info[1], GreenletExit):
            self._report_result(info[1])
            return
        self._exc_info = info
        self._notify_later()
        try:
            self.parent.handle_error(self, *info)
        finally:
            del info

    def _death_before_start(self, thrown):
        """An exception came before it was begun: that is what came of it."""
        if self._exc_info is not None or not self.dead:
            return
        if not thrown:
            thrown = (GreenletExit, GreenletExit(), None)
        elif len(thrown) == 1:
            e = thrown[0]
            if isinstance(e, type) and issubclass(e, BaseException):
                thrown = (e, e(), None)
            else:
                thrown = (type(e), e, None)
        if not issubclass(thrown[0], BaseException):
            thrown = (BaseException, BaseException(thrown), None)
        self._report_error(thrown)

    def throw(self, *args):
        self._cancel_start()
        try:
            if not self.dead:
                greenlet.throw(self, *args)
        finally:
            self._death_before_start(args)

    def _maybe_kill_before_start(self, exception):
        self._cancel_start()
        self._free()
        dead = self.dead
        if dead:
            self._death_before_start(_thrown(exception))
        return dead

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        if self._maybe_kill_before_start(exception) or self.ready():
            return
        waiter = Waiter() if block else None
        self.parent.loop.run_callback(_kill, self, exception, waiter)
        if waiter is not None:
            waiter.get()
            self.join(timeout)

    # Waiting for it.

    def get(self, block=True, timeout=None):
        if not self.ready():
            if not block:
                raise Timeout()
            self._wait(timeout, ())
        if self.successful():
            return self.value
        self._raise_exception()

    def join(self, timeout=None):
        if not self.ready():
            self._wait(timeout, Timeout)

    def _wait(self, timeout, catches):
        switch = getcurrent().switch
        self.rawlink(switch)
        timer = None
        try:
            timer = Timeout._start_new_or_dummy(timeout)
            try:
                result = self.parent.switch()
                if result is not self:
                    raise InvalidSwitchError(f'Invalid switch into Greenlet.join(): {result!r}')
            finally:
                timer.cancel()
        except catches as e:
            self.unlink(switch)
            if e is not timer:
                raise
        except:
            self.unlink(switch)
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self.kill((kind, value, traceback))
            return
        try:
            self.join()
        finally:
            self.kill()

    # Links.

    def has_links(self):
        return len(self._links)

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        self._links.append(callback)
        if self.ready():
            self._notify_later()

    def link(self, callback, SpawnedLink=_Link):
        self.rawlink(SpawnedLink(callback))

    def link_value(self, callback, SpawnedLink=_SuccessLink):
        self.link(callback, SpawnedLink=SpawnedLink)

    def link_exception(self, callback, SpawnedLink=_FailureLink):
        self.link(callback, SpawnedLink=SpawnedLink)

    def unlink(self, callback):
        try:
            self._links.remove(callback)
        except ValueError:
            pass

    def unlink_all(self):
        del self._links[:]

    def _notify_links(self):
        while self._links:
            link = self._links.pop(0)
            try:
                link(self)
            except:
                self.parent.handle_error((link, self), *exc_info())


def _thrown(exception):
    """What `throw` is given: three things, or one."""
    return exception if isinstance(exception, tuple) and len(exception) == 3 else (exception,)


def _throw(victim, exception):
    try:
        victim.throw(*_thrown(exception))
    except:
        victim.parent.handle_error(victim, *exc_info())


def _kill(victim, exception, waiter):
    _throw(victim, exception)
    if waiter is not None:
        waiter.switch(None)


def _kill_each(victims, exception, waiter=None):
    left = []
    for victim in victims:
        if not victim.dead:
            _throw(victim, exception)
            if not victim.dead:
                left.append(victim)
    if waiter is not None:
        waiter.switch(left)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    """Waits for greenlets; gives those that are over."""
    if not raise_error:
        return wait(greenlets, timeout=timeout, count=count)
    done = []
    for one in iwait(greenlets, timeout=timeout, count=count):
        if getattr(one, 'exception', None) is not None:
            if hasattr(one, '_raise_exception'):
                one._raise_exception()
            raise one.exception
        done.append(one)
    return done


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    """Raises an exception in all greenlets, and waits until they are over."""
    victims = []
    for one in greenlets:
        cancel = getattr(one, '_maybe_kill_before_start', None)
        if cancel is None or not cancel(exception):
            victims.append(one)
    if not victims:
        return
    loop = victims[-1].loop
    if not block:
        loop.run_callback(_kill_each, victims, exception)
        return
    waiter = Waiter()
    loop.run_callback(_kill_each, victims, exception, waiter)
    timer = Timeout._start_new_or_dummy(timeout)
    try:
        alive = waiter.get()
        if alive:
            joinall(alive, raise_error=False)
    finally:
        timer.cancel()
