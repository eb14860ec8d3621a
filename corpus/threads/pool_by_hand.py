# A pool of workers with futures of its own: results, errors, map in order, and a shutdown that waits.
import threading
import time

class Future:
    def __init__(self): self.event, self.value, self.error = threading.Event(), None, None
    def result(self, timeout=None):
        if not self.event.wait(timeout):
            raise TimeoutError
        if self.error:
            raise self.error
        return self.value

class Pool:
    def __init__(self, size):
        self.jobs, self.ready, self.open = [], threading.Condition(), True
        self.threads = [threading.Thread(target=self.work, name=f'worker {n}') for n in range(size)]
        for thread in self.threads: thread.start()
    def submit(self, function, *args):
        future = Future()
        with self.ready:
            if not self.open:
                raise RuntimeError('the pool is closed')
            self.jobs.append((future, function, args))
            self.ready.notify()
        return future
    def work(self):
        while True:
            with self.ready:
                while not self.jobs:
                    if not self.open:
                        return
                    self.ready.wait()
                future, function, args = self.jobs.pop(0)
            try:
                future.value = function(*args)
            except Exception as error:
                future.error = error
            future.event.set()
    def map(self, function, items): return [f.result() for f in [self.submit(function, item) for item in items]]
    def __enter__(self): return self
    def __exit__(self, *what):
        with self.ready:
            self.open = False
            self.ready.notify_all()
        for thread in self.threads: thread.join()

began = time.monotonic()
def slow(n):
    time.sleep(n)
    print(f'{time.monotonic() - began:.1f}', threading.current_thread().name, n)
    if n == 0.3:
        raise ValueError(n)
    return n * 10
with Pool(2) as pool:
    print(pool.map(slow, [0.4, 0.1, 0.2]))
    bad = pool.submit(slow, 0.3)
    late = pool.submit(slow, 1)
    for future, timeout in (bad, None), (late, 0.5), (late, None):
        try:
            print(future.result(timeout))
        except (ValueError, TimeoutError) as error:
            print(type(error).__name__, error)
    pool.submit(slow, 0.5)
try:
    pool.submit(slow, 1)
except RuntimeError as error:
    print(error, [thread.is_alive() for thread in pool.threads])
