# A pool of threads: one more is started for a piece of work as long as none is idle and there are fewer than allowed.
import queue
import threading
from itertools import count

from _types import referent, weak_reference
from concurrent.futures import _base

# The simulated machine has one core: what `os.cpu_count()` would say.
_CORES = 1

_pools = {}
_shutdown = False
_global_shutdown_lock = threading.Lock()


def _python_exit():
    """The program is over: what was submitted is still done."""
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    pools = list(_pools.items())
    for thread, work in pools:
        work.put(None)
    for thread, work in pools:
        thread.join()


threading._register_atexit(_python_exit)


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as e:
            self.future.set_exception(e)
            # The exception's traceback refers to this frame.
            self = None
        else:
            self.future.set_result(result)


def _worker(pool_reference, work, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as e:
            _base._log('Exception in initializer:', e)
            pool = referent(pool_reference)
            if pool is not None:
                pool._initializer_failed()
            return
    try:
        while True:
            item = work.get(block=True)
            if item is not None:
                item.run()
                del item
                pool = referent(pool_reference)
                if pool is not None:
                    pool._idle_semaphore.release()
                del pool
                continue
            pool = referent(pool_reference)
            if _shutdown or pool is None or pool._shutdown:
                if pool is not None:
                    pool._shutdown = True
                # The next one is to see it too.
                work.put(None)
                return
            del pool
    except BaseException as e:
        _base._log('Exception in worker', e)
    finally:
        _pools.pop(threading.current_thread(), None)


class BrokenThreadPool(_base.BrokenExecutor):
    pass


class ThreadPoolExecutor(_base.Executor):
    _counter = count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _CORES + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        # In the order of their starts.
        self._threads = {}
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or 'ThreadPoolExecutor-' + str(self._counter())
        self._initializer = initializer
        self._initargs = initargs

    def __del__(self):
        # An idle thread finds that nobody can submit any more.
        if getattr(self, '_threads', None):
            self._work_queue.put(None)

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        threads = len(self._threads)
        if threads < self._max_workers:
            thread = threading.Thread(name=self._thread_name_prefix + '_' + str(threads), target=_worker,
                                      args=(weak_reference(self), self._work_queue, self._initializer,
                                            self._initargs))
            thread.start()
            self._threads[thread] = self._work_queue
            _pools[thread] = self._work_queue

    def _drain(self):
        """What nobody has begun yet."""
        while True:
            try:
                item = self._work_queue.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                yield item.future

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            for future in self._drain():
                future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for future in self._drain():
                    future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
