# Threads as objects, and what they wait for each other with: over `_thread`, as CPython's own module is.
import sys
import warnings

import _thread
from _collections import deque
from _thread import (_ExceptHookArgs as ExceptHookArgs, _excepthook as excepthook, _local as local, _show_exception,
                     get_ident, get_native_id, stack_size)
from itertools import count
from time import monotonic

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer',
           'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'getprofile',
           'gettrace', 'get_native_id']

__simul_missing__ = ('_CRLock', '_DummyThread', '_PyRLock', '_RLock', '_after_fork', '_dangling', '_enumerate',
                     '_islice', '_os', '_profile_hook', '_set_sentinel', '_start_new_thread', '_sys', '_time',
                     '_trace_hook', 'functools', 'getprofile', 'gettrace', 'setprofile', 'settrace', '__file__',
                     '__cached__')

Lock = _thread.allocate_lock
ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX
__excepthook__ = excepthook


def RLock(*args, **keywords):
    return _thread.RLock(*args, **keywords)


def _old_name(old, new):
    # The library's own frames do not count: the warning is the program's line's.
    warnings.warn(old + '() is deprecated, ' + new + ' instead', DeprecationWarning)


class Condition:
    """A lock, and those who wait until somebody says that something has changed: each on a lock of its own."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = deque()

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return '<Condition(' + repr(self._lock) + ', ' + str(len(self._waiters)) + ')>'

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        own = Lock()
        own.acquire()
        self._waiters.append(own)
        saved = self._release_save()
        told = False
        try:
            if timeout is None:
                told = own.acquire()
            elif timeout > 0:
                told = own.acquire(True, timeout)
            else:
                told = own.acquire(False)
            return told
        finally:
            self._acquire_restore(saved)
            if not told:
                self._forget(own)

    def _forget(self, waiter):
        try:
            self._waiters.remove(waiter)
        except ValueError:
            pass

    def wait_for(self, predicate, timeout=None):
        end = None
        left = timeout
        answer = predicate()
        while not answer:
            if left is not None:
                if end is None:
                    end = monotonic() + left
                else:
                    left = end - monotonic()
                    if left <= 0:
                        break
            self.wait(left)
            answer = predicate()
        return answer

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            first = waiters[0]
            try:
                first.release()
            except RuntimeError:
                # Its wait was cut short, and it has yet to leave the list.
                pass
            else:
                n -= 1
            self._forget(first)

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _old_name('notifyAll', 'use notify_all()')
        self.notify_all()


class Semaphore:
    """A number that may not fall below zero: who would take it there waits."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return _at(self) + ': value=' + str(self._value) + '>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = monotonic() + timeout
                    else:
                        timeout = end - monotonic()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._add(n)

    def _add(self, n):
        self._value += n
        for _ in range(n):
            self._cond.notify()

    def __exit__(self, kind, e, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    """One that may not rise above its first value either."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return _at(self) + ': value=' + str(self._value) + '/' + str(self._initial_value) + '>'

    def _add(self, n):
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        super()._add(n)


def _at(obj):
    kind = type(obj)
    return '<' + kind.__module__ + '.' + kind.__qualname__ + ' at ' + hex(id(obj))


class Event:
    """A flag, and those who wait until it is set."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return _at(self) + (': set>' if self._flag else ': unset>')

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def is_set(self):
        return self._flag

    def isSet(self):
        _old_name('isSet', 'use is_set()')
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            is_set = self._flag
            if not is_set:
                is_set = self._cond.wait(timeout)
            return is_set


class BrokenBarrierError(RuntimeError):
    pass


_FILLS, _DRAINS, _RESETS, _BROKEN = 0, 1, -1, -2


class Barrier:
    """So many threads wait for each other, and go on together."""

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = _FILLS
        self._count = 0

    def __repr__(self):
        if self.broken:
            return _at(self) + ': broken>'
        return _at(self) + ': waiters=' + str(self.n_waiting) + '/' + str(self.parties) + '>'

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            place = self._count
            self._count += 1
            try:
                if place + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return place
            finally:
                self._count -= 1
                self._exit()

    def _enter(self):
        while self._state in (_RESETS, _DRAINS):
            self._cond.wait()
        if self._state < 0:
            raise BrokenBarrierError

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = _DRAINS
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != _FILLS, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _exit(self):
        if self._count == 0 and self._state in (_RESETS, _DRAINS):
            self._state = _FILLS
            self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (_FILLS, _BROKEN):
                    self._state = _RESETS
            else:
                self._state = _FILLS
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    def _break(self):
        self._state = _BROKEN
        self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == _FILLS else 0

    @property
    def broken(self):
        return self._state == _BROKEN


# Which threads there are: those that run by number, and those that have been started and do not run yet.
_active_limbo_lock = Lock()
_active = {}
_limbo = {}
_counter = count(1).__next__

# What the end of the process waits for: a lock for each thread that is no daemon, in the order of their starts.
_shutdown_locks_lock = Lock()
_shutdown_locks = {}


def _newname(template='Thread-%d'):
    return template % _counter()


def _forget_ended():
    for lock in [lock for lock in _shutdown_locks if not lock.locked()]:
        del _shutdown_locks[lock]


def _report(thread):
    """The exception that is being handled has left the thread: the hook is told."""
    args = None
    try:
        hook = excepthook
        if hook is None:
            hook = __excepthook__
        args = ExceptHookArgs([*sys.exc_info(), thread])
        hook(args)
    except Exception as e:
        e.__suppress_context__ = True
        stderr = sys.stderr if sys.stderr is not None else thread._stderr
        print('Exception in threading.excepthook:', file=stderr, flush=True)
        _show_exception(e)
    finally:
        args = None


class Thread:
    """A thread, before it runs, while it runs and afterwards."""
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname('Thread-%d')
            if target is not None:
                try:
                    name += ' (' + str(target.__name__) + ')'
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._tstate_lock = None
        self._started = Event()
        self._is_stopped = False
        self._initialized = True
        self._stderr = sys.stderr
        self._invoke_excepthook = _report

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        state = 'initial'
        if self._started.is_set():
            state = 'started'
        self.is_alive()
        if self._is_stopped:
            state = 'stopped'
        if self._daemonic:
            state += ' daemon'
        if self._ident is not None:
            state += ' ' + str(self._ident)
        return '<' + type(self).__name__ + '(' + self._name + ', ' + state + ')>'

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('threads can only be started once')
        with _active_limbo_lock:
            _limbo[self] = self
        try:
            _thread.start_new_thread(self._bootstrap, ())
        except Exception:
            with _active_limbo_lock:
                del _limbo[self]
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # It may refer to the thread in turn.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            self._set_ident()
            self._set_tstate_lock()
            self._native_id = get_native_id()
            self._started.set()
            with _active_limbo_lock:
                _active[self._ident] = self
                del _limbo[self]
            try:
                self.run()
            except:
                self._invoke_excepthook(self)
        finally:
            with _active_limbo_lock:
                del _active[get_ident()]

    def _set_ident(self):
        self._ident = get_ident()

    def _set_tstate_lock(self):
        self._tstate_lock = _thread._set_sentinel()
        self._tstate_lock.acquire()
        if not self.daemon:
            with _shutdown_locks_lock:
                _forget_ended()
                _shutdown_locks[self._tstate_lock] = True

    def _stop(self):
        self._is_stopped = True
        self._tstate_lock = None
        if not self.daemon:
            with _shutdown_locks_lock:
                _forget_ended()

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if timeout is None:
            self._await_end()
        else:
            self._await_end(timeout=max(timeout, 0))

    def _await_end(self, block=True, timeout=-1):
        ends = self._tstate_lock
        if ends is not None and ends.acquire(block, timeout):
            ends.release()
            self._stop()

    @property
    def name(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._native_id

    def is_alive(self):
        assert self._initialized, 'Thread.__init__() not called'
        if self._is_stopped or not self._started.is_set():
            return False
        self._await_end(False)
        return not self._is_stopped

    @property
    def daemon(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        _old_name('isDaemon', 'get the daemon attribute')
        return self.daemon

    def setDaemon(self, daemonic):
        _old_name('setDaemon', 'set the daemon attribute')
        self.daemon = daemonic

    def getName(self):
        _old_name('getName', 'get the name attribute')
        return self.name

    def setName(self, name):
        _old_name('setName', 'set the name attribute')
        self.name = name


class Timer(Thread):
    """Calls something after a while, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name='MainThread', daemon=False)
        self._set_tstate_lock()
        self._started.set()
        self._set_ident()
        self._native_id = get_native_id()
        with _active_limbo_lock:
            _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that `_thread` alone has started."""

    def __init__(self):
        super().__init__(name=_newname('Dummy-%d'), daemon=True)
        self._started.set()
        self._set_ident()
        self._native_id = get_native_id()
        with _active_limbo_lock:
            _active[self._ident] = self

    def _stop(self):
        pass

    def is_alive(self):
        assert not self._is_stopped and self._started.is_set()
        return True

    def join(self, timeout=None):
        assert False, 'cannot join a dummy thread'


def current_thread():
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def currentThread():
    _old_name('currentThread', 'use current_thread()')
    return current_thread()


def main_thread():
    return _main_thread


def active_count():
    with _active_limbo_lock:
        return len(_active) + len(_limbo)


def activeCount():
    _old_name('activeCount', 'use active_count()')
    return active_count()


def enumerate():
    with _active_limbo_lock:
        return list(_active.values()) + list(_limbo.values())


_threading_atexits = []
_SHUTTING_DOWN = False


def _register_atexit(function, *args, **keywords):
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append(lambda: function(*args, **keywords))


def _shutdown():
    """The program is over: its threads come to their ends, but for daemons."""
    global _SHUTTING_DOWN
    if _main_thread._is_stopped:
        return
    _SHUTTING_DOWN = True
    for call in reversed(_threading_atexits):
        call()
    _main_thread._tstate_lock.release()
    _main_thread._stop()
    while True:
        with _shutdown_locks_lock:
            ends = list(_shutdown_locks)
            _shutdown_locks.clear()
        if not ends:
            break
        for end in ends:
            end.acquire()
            end.release()


_main_thread = _MainThread()
