# Queues: who has to wait is served by the hub, the first that waits first.
import collections
import heapq
import sys

from gevent.event import Event
from gevent.exceptions import InvalidSwitchError
from gevent.hub import Waiter, get_hub, getcurrent
from gevent.timeout import Timeout

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue', 'PriorityQueue', 'LifoQueue', 'Empty', 'Full']
__simul_missing__ = ('Channel', 'UnboundQueue', 'ShutDown', '__file__', '__cached__')


class Empty(Exception):
    """There is nothing to get."""


class Full(Exception):
    """There is no room to put anything."""


# CPython's own, which gevent hands on.
Empty.__module__ = '_queue'
Full.__module__ = 'queue'


class _Putter(Waiter):
    """Waits for room for its item."""

    def __init__(self, item):
        Waiter.__init__(self)
        self.item = item


def _leave(line, waiter):
    if waiter in line:
        line.remove(waiter)


class SimpleQueue:
    """Items in the order in which they came, at most so many."""

    def __init__(self, maxsize=None, items=()):
        if maxsize == 0:
            import warnings
            warnings.warn('Queue(0) now equivalent to Queue(None); if you want a channel, use Channel',
                          DeprecationWarning, stacklevel=3 if isinstance(self, Queue) else 2)
        self.maxsize = maxsize
        self.getters = collections.deque()
        self.putters = collections.deque()
        self.hub = get_hub()
        self.queue = self._create_queue(items)
        self._serving = None

    @property
    def maxsize(self):
        return self._most if self._most > 0 else None

    @maxsize.setter
    def maxsize(self, most):
        self._most = -1 if most is None or most <= 0 else most

    # What a subclass does otherwise.

    def _create_queue(self, items=()):
        return collections.deque(items)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _peek(self):
        return self.queue[0]

    # How it is.

    def _format(self):
        parts = []
        if self.maxsize is not None:
            parts.append(f'maxsize={self.maxsize!r}')
        if self.queue:
            parts.append(f'queue={self.queue!r}')
        if self.getters:
            parts.append(f'getters[{len(self.getters)}]')
        if self.putters:
            parts.append(f'putters[{len(self.putters)}]')
        return ''.join(' ' + part for part in parts)

    def __repr__(self):
        return f'<{type(self).__name__} at {hex(id(self))}{self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__}{self._format()}>'

    def qsize(self):
        return len(self.queue)

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    def empty(self):
        return not self.qsize()

    def full(self):
        return 0 < self._most <= self.qsize()

    def copy(self):
        return type(self)(self.maxsize, self.queue)

    # Putting and getting.

    def put(self, item, block=True, timeout=None):
        if not self.full():
            _check(block, timeout)
            self._put(item)
            if self.getters:
                self._serve_soon()
            return
        if getcurrent() is self.hub:
            self._put_from_hub(item)
            return
        if not block:
            raise Full
        waiter = _Putter(item)
        self._stand_in(self.putters, self.getters, waiter, Timeout._start_new_or_dummy(timeout, Full), 'put')

    def put_nowait(self, item):
        self.put(item, False)

    def _put_from_hub(self, item):
        while self.getters and self.qsize() and self.full():
            getter = self.getters.popleft()
            getter.switch(getter)
        if self.full():
            raise Full
        self._put(item)

    def get(self, block=True, timeout=None):
        if self.qsize():
            if self.putters:
                self._serve_soon()
            return self._get()
        return self._later(self._get, block, timeout)

    def get_nowait(self):
        return self.get(False)

    def peek(self, block=True, timeout=None):
        return self._peek() if self.qsize() else self._later(self._peek, block, timeout)

    def peek_nowait(self):
        return self.peek(False)

    def _later(self, take, block, timeout):
        """What `take` gives as soon as there is something."""
        _check(block, timeout)
        if getcurrent() is self.hub:
            while self.putters:
                putter = self.putters.popleft()
                self._put(putter.item)
                putter.switch(putter)
                if self.qsize():
                    return take()
            raise Empty
        if not block:
            raise Empty
        waiter = Waiter()
        return self._stand_in(self.getters, self.putters, waiter, Timeout._start_new_or_dummy(timeout, Empty), 'get', take)

    def _stand_in(self, line, others, waiter, timer, what, take=None):
        """The running greenlet stands in a line until it is served."""
        try:
            line.append(waiter)
            if others:
                self._serve_soon()
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError(f'Invalid switch into Queue.{what}: {result!r}')
            return None if take is None else take()
        finally:
            timer.cancel()
            _leave(line, waiter)

    def _serve_soon(self):
        if not self._serving:
            self._serving = self.hub.loop.run_callback(self._serve)

    def _serve(self):
        """The hub lets in turn one put and one get, as long as that is possible."""
        busy = True
        while busy:
            busy = False
            if self.putters and not self.full():
                busy = True
                putter = self.putters.popleft()
                try:
                    self._put(putter.item)
                except:
                    putter.throw(*sys.exc_info())
                else:
                    putter.switch(putter)
            if self.getters and self.qsize():
                busy = True
                getter = self.getters.popleft()
                getter.switch(getter)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item


def _check(block, timeout):
    if block and timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")


class Queue(SimpleQueue):
    """A queue that knows how many of its items are not dealt with yet."""

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        SimpleQueue.__init__(self, maxsize, items)
        self.unfinished_tasks = unfinished_tasks or len(items or ())
        self._done = Event()
        if not self.unfinished_tasks:
            self._done.set()

    def copy(self):
        return type(self)(self.maxsize, self.queue, self.unfinished_tasks)

    def _format(self):
        shown = SimpleQueue._format(self)
        if self.unfinished_tasks:
            shown += f' tasks={self.unfinished_tasks} _cond={self._done}'
        return shown

    def _put(self, item):
        self._append(item)
        self.unfinished_tasks += 1
        self._done.clear()

    def _append(self, item):
        self.queue.append(item)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
        if self.unfinished_tasks == 0:
            self._done.set()

    def join(self, timeout=None):
        return self._done.wait(timeout=timeout)

    def shutdown(self, immediate=False):
        from _types import refuse
        refuse('shutdown of a gevent queue', 'put an item that says it is over')


JoinableQueue = Queue


class PriorityQueue(Queue):
    """The least item first."""

    def _create_queue(self, items=()):
        items = list(items)
        heapq.heapify(items)
        return items

    def _append(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    """The newest item first."""

    def _create_queue(self, items=()):
        return list(items)

    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]
