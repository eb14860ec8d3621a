# gevent's loop: what libev does, in libev's order. How its thread waits is native.
import sys
from _collections import deque
from time import monotonic, time

_POLL_AT_LEAST = 0.001
_POLL_AT_MOST = 59.743
_CALLBACKS_A_GROUP = 1000
_SWITCH_INTERVAL = 0.005
_MOST_PRIORITY = 2

GEVENT_CORE_EVENTS = object()


class callback:
    """A function on the loop's list, to be called once."""
    __slots__ = ('callback', 'args', '_by')

    def __init__(self, callback, args):
        self.callback = callback
        self.args = args
        self._by = _running_row()

    def stop(self):
        self.callback = None
        self.args = None

    close = stop

    def __bool__(self):
        return self.args is not None

    @property
    def pending(self):
        return self.callback is not None

    def __repr__(self):
        shown = f'<{type(self).__name__} at {hex(id(self))}'
        if self.callback is not None:
            shown += f' pending callback={self.callback!r}'
        if self.args is not None:
            shown += f' args={self.args!r}'
        elif self.callback is None:
            shown += ' stopped'
        return shown + '>'


class _Timers:
    """The running timers: a heap in which each has four below it. Its order among equal times is libev's."""
    __slots__ = ('heap',)

    def __init__(self):
        self.heap = []

    def push(self, timer):
        timer._place = len(self.heap)
        self.heap.append(timer)
        self._rise(timer._place)

    def remove(self, timer):
        at = timer._place
        last = self.heap.pop()
        if last is not timer:
            self.heap[at] = last
            last._place = at
            self.settle(at)

    def settle(self, at):
        """What stands at a place goes where it belongs."""
        heap = self.heap
        if at and heap[at]._at <= heap[(at - 1) // 4]._at:
            self._rise(at)
        else:
            self._sink(at)

    def _rise(self, at):
        heap = self.heap
        timer = heap[at]
        while at:
            above = (at - 1) // 4
            if heap[above]._at <= timer._at:
                break
            heap[at] = heap[above]
            heap[at]._place = at
            at = above
        heap[at] = timer
        timer._place = at

    def _sink(self, at):
        heap = self.heap
        timer = heap[at]
        while True:
            first = 4 * at + 1
            if first >= len(heap):
                break
            least = first
            for child in range(first + 1, min(first + 4, len(heap))):
                if heap[child]._at < heap[least]._at:
                    least = child
            if timer._at <= heap[least]._at:
                break
            heap[at] = heap[least]
            heap[at]._place = at
            at = least
        heap[at] = timer
        timer._place = at


class loop:
    """One thread's loop."""
    error_handler = None
    starting_timer_may_update_loop_time = False
    MAXPRI = _MOST_PRIORITY
    MINPRI = -_MOST_PRIORITY

    def __init__(self, flags=None, default=None):
        self.default = default is not False
        self._callbacks = deque()
        self._timers = _Timers()
        self._watchers = {'prepare': [], 'check': [], 'idle': [], 'async': []}
        self._due = [[] for _ in range(2 * _MOST_PRIORITY + 1)]
        self._references = 0
        self._broken = None
        self._depth = 0
        self.iteration = 0
        self._real = time()
        self._now = self._floor = monotonic()
        self._difference = self._real - self._now

    # Time.

    def now(self):
        return self._real

    def update_now(self):
        self._now = monotonic()
        if self._now - self._floor < 0.5:
            self._real = self._difference + self._now
            return
        self._floor = self._now
        self._real = time()
        self._difference = self._real - self._now

    update = update_now

    # Callbacks.

    def run_callback(self, func, *args):
        call = callback(func, args)
        self._callbacks.append(call)
        self._references += 1
        _will_call(func)
        return call

    run_callback_threadsafe = run_callback

    def _run_callbacks(self):
        self.starting_timer_may_update_loop_time = True
        try:
            left = _CALLBACKS_A_GROUP
            end = self._real + _SWITCH_INTERVAL
            while self._callbacks:
                call = self._callbacks.popleft()
                self._references -= 1
                self._call(call)
                left -= 1
                if not left and self._callbacks:
                    left = _CALLBACKS_A_GROUP
                    self.update_now()
                    if self._real >= end:
                        return
            self.update_now()
        finally:
            self.starting_timer_may_update_loop_time = False

    def _call(self, call):
        function, args = call.callback, call.args
        if function is None or args is None:
            return
        call.callback = None
        _acts_for(call._by)
        try:
            function(*args)
        except BaseException as e:
            self.handle_error(call, type(e), e, e.__traceback__)
        finally:
            call.args = None
            _acts_for(0)

    def handle_error(self, context, type, value, tb):
        handler = self.error_handler
        if handler is None:
            sys.excepthook(type, value, tb)
        else:
            getattr(handler, 'handle_error', handler)(context, type, value, tb)

    # Watchers.

    def timer(self, after, repeat=0.0, ref=True, priority=None):
        return timer(self, after, repeat, ref, priority)

    def idle(self, ref=True, priority=None):
        return idle(self, ref, priority)

    def prepare(self, ref=True, priority=None):
        return prepare(self, ref, priority)

    def check(self, ref=True, priority=None):
        return check(self, ref, priority)

    def async_(self, ref=True, priority=None):
        return async_(self, ref, priority)

    def ref(self):
        self._references += 1

    def unref(self):
        self._references -= 1

    # Running.

    def run(self, nowait=False, once=False):
        self._broken = None
        self._depth += 1
        try:
            while True:
                self._turn(nowait)
                if nowait or once or self._broken is not None or self._references <= 0:
                    break
        finally:
            self._depth -= 1

    def break_(self, how=1):
        self._broken = how

    def _turn(self, nowait):
        self._queue('prepare')
        self._invoke()
        self._run_callbacks()
        if self._broken is not None:
            return
        self.update_now()
        wait = 0.0
        if not nowait and self._references > 0 and not self._watchers['idle'] and not self._callbacks:
            wait = _POLL_AT_MOST
            if self._timers.heap:
                wait = min(wait, self._timers.heap[0]._at - self._now)
            wait = max(wait, _POLL_AT_LEAST) if wait > 0.0 else 0.0
        self.iteration += 1
        _poll(int(wait * 1e3 + 0.9999))
        self.update_now()
        self._expire()
        if not any(self._due):
            self._queue('idle')
        self._queue('check')
        self._invoke()

    def _expire(self):
        """Timers that are due are stopped, or set again, and queued."""
        heap = self._timers.heap
        while heap and heap[0]._at < self._now:
            due = heap[0]
            if due._repeat:
                due._at = max(due._at + due._repeat, self._now)
                self._timers.settle(0)
            else:
                due._halt()
            due._feed()

    def _queue(self, kind):
        for watcher in list(self._watchers[kind]):
            watcher._feed()

    def _invoke(self):
        """Calls what was queued, the most important first."""
        level = len(self._due) - 1
        while level >= 0:
            if not self._due[level]:
                level -= 1
                continue
            watcher = self._due[level].pop(0)
            if watcher._queued:
                watcher._queued = False
                watcher._fire()
            level = len(self._due) - 1

    def destroy(self):
        self._callbacks.clear()
        return True

    @property
    def activecnt(self):
        return self._references

    @property
    def pendingcnt(self):
        return sum(map(len, self._due))

    @property
    def depth(self):
        return self._depth

    @property
    def backend(self):
        return 'epoll'

    def _format(self):
        # libev's own descriptor is the first that a program opens.
        default = ' default' if self.default else ''
        return f'{self.backend}{default} pending={self.pendingcnt} ref={self._references} fileno=3'

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__} at {hex(id(self))} {self._format()}>'

    def debug(self):
        return []


class watcher:
    """Something that a loop waits for, and what it calls then."""
    _kind = None

    def __init__(self, loop, ref=True, priority=None):
        self.loop = loop
        self._active = False
        self._queued = False
        self._counts = ref
        self._priority = priority or 0
        self._callback = None
        self._by = 0
        self.args = None

    @property
    def active(self):
        return self._active

    @property
    def pending(self):
        return self._queued

    @property
    def callback(self):
        return self._callback

    @callback.setter
    def callback(self, callback):
        if callback is not None and not callable(callback):
            raise TypeError(f'Expected callable, not {callback!r}')
        self._callback = callback

    @property
    def ref(self):
        return self._counts

    @ref.setter
    def ref(self, value):
        value = bool(value)
        if value != self._counts:
            self._counts = value
            if self._active:
                self.loop._references += 1 if value else -1

    @property
    def priority(self):
        return self._priority

    @priority.setter
    def priority(self, priority):
        if self._active:
            raise AttributeError('Cannot set priority of an active watcher')
        self._priority = priority

    def start(self, callback, *args):
        if callback is None:
            raise TypeError('callback must be callable, not None')
        self.callback = callback
        self.args = args
        self._by = _running_row()
        self._begin()

    def _begin(self):
        if not self._active:
            self._active = True
            self._enter()
            if self._counts:
                self.loop._references += 1

    def _halt(self):
        if self._active:
            self._active = False
            self._leave()
            if self._counts:
                self.loop._references -= 1

    def _enter(self):
        self.loop._watchers[self._kind].append(self)

    def _leave(self):
        self.loop._watchers[self._kind].remove(self)

    def stop(self):
        self._queued = False
        self._halt()
        self._callback = None
        self.args = None

    def close(self):
        self.stop()

    def feed(self, revents, callback, *args):
        self.callback = callback
        self.args = args
        self._feed()

    def _feed(self):
        if not self._queued:
            self._queued = True
            self.loop._due[self._priority + _MOST_PRIORITY].append(self)

    def _cause(self):
        return self._by

    def _fire(self):
        function, args, loop = self._callback, self.args, self.loop
        if function is None:
            return
        _acts_for(self._cause())
        try:
            function(*args)
        except BaseException as e:
            loop.handle_error(self, type(e), e, e.__traceback__)
        finally:
            _acts_for(0)
        if not self._active:
            self.stop()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __repr__(self):
        shown = f'<{type(self).__name__} at {hex(id(self))}'
        if self.active:
            shown += ' active'
        if self.pending:
            shown += ' pending'
        if self.callback is not None:
            shown += f' callback={self.callback!r}'
        if self.args is not None:
            shown += f' args={self.args!r}'
        return shown + '>'


class timer(watcher):
    """Calls after so many seconds, and then each `repeat` seconds if that is not zero."""

    def __init__(self, loop, after=0.0, repeat=0.0, ref=True, priority=None):
        if repeat < 0.0:
            raise ValueError(f'repeat must be positive or zero: {repeat!r}')
        watcher.__init__(self, loop, ref, priority)
        self._after = after
        self._repeat = repeat
        self._at = 0.0
        self._place = 0

    @property
    def at(self):
        return self._at

    def start(self, callback, *args, update=None):
        if self.loop.starting_timer_may_update_loop_time if update is None else update:
            self.loop.update_now()
        watcher.start(self, callback, *args)
        _will_call_at(callback, float(self._at))

    def again(self, callback, *args, update=None):
        if self._active:
            self._halt()
        self._after = self._repeat
        self.start(callback, *args, update=update)

    def _enter(self):
        self._at = self._after + self.loop._now
        self.loop._timers.push(self)

    def _leave(self):
        self.loop._timers.remove(self)

    def _cause(self):
        return -1


class idle(watcher):
    """Calls in each turn in which nothing else is due."""
    _kind = 'idle'


class prepare(watcher):
    """Calls in each turn before the loop waits."""
    _kind = 'prepare'


class check(watcher):
    """Calls in each turn after the loop has waited."""
    _kind = 'check'


class async_(watcher):
    """Calls once after each `send`."""
    _kind = 'async'

    def send(self):
        self._feed()

    def send_ignoring_arg(self, _ignored):
        self.send()


def get_version():
    return 'libev-4.33'


def time_now():
    return time()
