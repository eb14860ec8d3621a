# Producers and consumers.
import queue
import threading
import time

jobs = queue.Queue(maxsize=2)


def consume(name):
    while True:
        item = jobs.get()
        if item is None:
            jobs.task_done()
            return
        time.sleep(0.1)
        print(name, 'did', item)
        jobs.task_done()


threads = [threading.Thread(target=consume, args=(n,)) for n in 'xy']
for thread in threads:
    thread.start()
for i in range(6):
    jobs.put(i)
    print('put', i, jobs.qsize(), jobs.full())
jobs.join()
print('all done', jobs.empty())
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()


def attempt(f, *args, **keywords):
    begin = time.monotonic()
    try:
        print(f(*args, **keywords))
    except (queue.Empty, queue.Full, ValueError) as e:
        print(type(e).__name__, e, round(time.monotonic() - begin, 3))


attempt(jobs.get_nowait)
attempt(jobs.get, timeout=0.2)
attempt(jobs.get, timeout=-1)
jobs.put(1)
jobs.put(2)
attempt(jobs.put_nowait, 3)
attempt(jobs.put, 3, timeout=0.1)
jobs.task_done()
jobs.task_done()
attempt(jobs.task_done)
for kind in (queue.LifoQueue, queue.PriorityQueue):
    q = kind()
    for item in (2, 3, 1):
        q.put(item)
    print(kind.__name__, [q.get() for _ in range(3)])
simple = queue.SimpleQueue()


def later():
    time.sleep(0.1)
    simple.put('item')


thread = threading.Thread(target=later)
thread.start()
attempt(simple.get, timeout=0.05)
print(simple.get(), simple.empty(), simple.qsize())
attempt(simple.get_nowait)
thread.join()
