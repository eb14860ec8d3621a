# A bounded queue by hand: a condition for "not empty", one for "not full", over one lock.
import threading
import time
from collections import deque

class Queue:
    def __init__(self, size):
        self.items, self.size = deque(), size
        lock = threading.Lock()
        self.not_empty, self.not_full = threading.Condition(lock), threading.Condition(lock)
    def put(self, item):
        with self.not_full:
            while len(self.items) == self.size:
                self.not_full.wait()
            self.items.append(item)
            self.not_empty.notify()
    def get(self, timeout=None):
        with self.not_empty:
            if not self.not_empty.wait_for(lambda: self.items, timeout):
                raise TimeoutError('nothing came')
            item = self.items.popleft()
            self.not_full.notify()
            return item

began = time.monotonic()
def log(*words): print(f'{time.monotonic() - began:.1f}', *words)
queue = Queue(2)
def producer(name, pause, n):
    for i in range(n):
        time.sleep(pause)
        queue.put(f'{name}{i}')
        log(name, 'put', i)
def consumer(pause):
    while True:
        item = queue.get()
        if item is None:
            log('consumer ends')
            return
        log('got', item)
        time.sleep(pause)

producers = [threading.Thread(target=producer, args=('a', 0.1, 4)), threading.Thread(target=producer, args=('b', 0.25, 3))]
eater = threading.Thread(target=consumer, args=(0.4,))
for thread in [eater, *producers]: thread.start()
for thread in producers: thread.join()
queue.put(None)
eater.join()
try:
    queue.get(timeout=0.5)
except TimeoutError as error:
    log(error)
