# Groups of greenlets, and groups of at most so many.
from gevent.event import Event
from gevent.greenlet import Greenlet, joinall
from gevent.hub import GreenletExit, getcurrent
from gevent.hub import kill as _kill
from gevent.lock import DummySemaphore, Semaphore
from gevent.queue import Full
from gevent.timeout import Timeout

__all__ = ['Group', 'Pool', 'PoolFull']
__simul_missing__ = ('pass_value', 'GroupMappingMixin', '__file__', '__cached__')


class PoolFull(Full):
    """No room for another greenlet."""


class _ValueTo:
    """Calls a function with the value of a greenlet that has ended well."""

    def __init__(self, callback):
        self.callback = callback

    def __call__(self, source):
        if source.successful():
            self.callback(source.value)


class Group:
    """Greenlets that are not over yet."""
    greenlet_class = Greenlet

    def __init__(self, *args):
        assert len(args) <= 1, args
        self.greenlets = set(*args)
        self.dying = set()
        self._empty = Event()
        self._empty.set()
        for one in args[0] if args else ():
            one.rawlink(self._discard)

    def __repr__(self):
        return f'<{type(self).__name__} at {hex(id(self))} {self.greenlets}>'

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(self.greenlets)

    def add(self, greenlet):
        rawlink = getattr(greenlet, 'rawlink', None)
        if rawlink is not None:
            rawlink(self._discard)
        self.greenlets.add(greenlet)
        self._empty.clear()

    def _discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self.dying.discard(greenlet)
        if not self.greenlets:
            self._empty.set()

    def discard(self, greenlet):
        self._discard(greenlet)
        unlink = getattr(greenlet, 'unlink', None)
        if unlink is not None:
            unlink(self._discard)

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        greenlet = self.greenlet_class(*args, **kwargs)
        self.start(greenlet)
        return greenlet

    def join(self, timeout=None, raise_error=False):
        watched = list(self.greenlets) if raise_error else ()
        result = self._empty.wait(timeout=timeout)
        for one in watched:
            if one.exception is not None:
                if hasattr(one, '_raise_exception'):
                    one._raise_exception()
                raise one.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            while self.greenlets:
                for one in [one for one in self.greenlets if one not in self.dying]:
                    if hasattr(one, 'kill'):
                        one.kill(exception, block=False)
                    else:
                        _kill(one, exception)
                    self.dying.add(one)
                if not block:
                    break
                joinall(self.greenlets)
        except Timeout as e:
            if e is not timer:
                raise
        finally:
            timer.cancel()

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet in self.greenlets and greenlet not in self.dying:
            greenlet.kill(exception, block=False)
            self.dying.add(greenlet)
            if block:
                greenlet.join(timeout)

    def full(self):
        return False

    def wait_available(self, timeout=None):
        pass

    # Functions called in the group's greenlets.

    def apply(self, func, args=None, kwds=None):
        args, kwds = args or (), kwds or {}
        if getcurrent() in self:
            return func(*args, **kwds)
        return self.spawn(func, *args, **kwds).get()

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        result = self.apply(func, args, kwds)
        if callback is not None:
            Greenlet.spawn(callback, result)
        return result

    def apply_async(self, func, args=None, kwds=None, callback=None):
        args, kwds = args or (), kwds or {}
        if self.full():
            return Greenlet.spawn(self.apply_cb, func, args, kwds, callback)
        greenlet = self.spawn(func, *args, **kwds)
        if callback is not None:
            greenlet.link(_ValueTo(callback))
        return greenlet

    def _map_here(self, func, iterable):
        return [one.get() for one in [self.spawn(func, item) for item in iterable]]

    def map(self, func, iterable):
        return Greenlet.spawn(self._map_here, func, iterable).get()

    def map_cb(self, func, iterable, callback=None):
        result = self.map(func, iterable)
        if callback is not None:
            callback(result)
        return result

    def map_async(self, func, iterable, callback=None):
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def imap(self, func, *iterables, **kwargs):
        return _results(_Ordered, self, func, iterables, **kwargs)

    def imap_unordered(self, func, *iterables, **kwargs):
        return _results(_AsTheyCome, self, func, iterables, **kwargs)


class Pool(Group):
    """A group of at most so many greenlets: who wants another waits."""

    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError(f'size must not be negative: {size!r}')
        Group.__init__(self)
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = (DummySemaphore if size is None else Semaphore)(size)

    def wait_available(self, timeout=None):
        return self._semaphore.wait(timeout=timeout)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        return 1 if self.size is None else max(0, self.size - len(self))

    def start(self, greenlet, *args, **kwargs):
        self.add(greenlet, *args, **kwargs)
        greenlet.start()

    def add(self, greenlet, blocking=True, timeout=None):
        if not self._semaphore.acquire(blocking=blocking, timeout=timeout):
            raise PoolFull()
        try:
            Group.add(self, greenlet)
        except:
            self._semaphore.release()
            raise

    def _discard(self, greenlet):
        Group._discard(self, greenlet)
        self._semaphore.release()


def _results(kind, group, func, iterables, maxsize=None, **others):
    if others:
        raise TypeError('Unsupported keyword arguments')
    return kind.spawn(group, func, zip(*iterables), maxsize)


class _AsTheyCome(Greenlet):
    """Spawns a call an item, and gives the results as they come. It is a greenlet of its own, since a pool may make it wait."""

    def __init__(self, group, func, items, maxsize):
        Greenlet.__init__(self)
        from gevent.queue import Queue
        self._group, self._func, self._items = group, func, items
        self._room = Semaphore(maxsize) if maxsize else None
        self._results = Queue()
        self._running = 0
        self._spawned = 0
        self._told = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._room is not None:
            self._room.release()
        value, fails = self._next()
        if fails is not None:
            fails()
        return value

    def _next(self):
        return self._results.get()[1]

    def _run(self):
        try:
            for item in self._items:
                if self._room is not None:
                    self._room.acquire()
                self._running += 1
                number = self._spawned
                self._spawned += 1
                one = self._group.spawn(self._func, *item)
                one._number = number
                one.rawlink(self._arrives)
            self._end(_stop)
        except BaseException:
            self._end(self._raise_exception)
            raise
        finally:
            self._group = self._func = self._items = self._room = None

    def _end(self, fails):
        if not self._told and (fails is not _stop or self._running <= 0):
            self._told = True
            self._results.put((self._spawned, (None, fails)))

    def _arrives(self, one):
        self._running -= 1
        fails = None if one.successful() else one._raise_exception
        self._results.put((one._number, (one.value, fails)))
        if self.ready():
            self._end(_stop)


class _Ordered(_AsTheyCome):
    """The same in the order of the items."""

    def __init__(self, *args):
        _AsTheyCome.__init__(self, *args)
        self._kept = {}
        self._wanted = 0

    def _next(self):
        while self._wanted not in self._kept:
            number, result = self._results.get()
            self._kept[number] = result
        self._wanted += 1
        return self._kept.pop(self._wanted - 1)


def _stop():
    raise StopIteration
