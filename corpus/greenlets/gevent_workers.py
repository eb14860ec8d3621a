# Five jobs, two workers, a list of jobs, an event; progress every half second.
import gevent
from gevent.event import Event

jobs = [('a', 1.0), ('b', 0.25), ('c', 0.75), ('d', 0.5), ('e', 1.5)]
done, finished = [], Event()

def worker(n):
    count = 0
    while jobs:
        name, seconds = jobs.pop(0)
        gevent.sleep(seconds)
        done.append(name)
        count += 1
        print(f'worker {n} did {name}')
    return n, count

def progress(total):
    while not finished.wait(timeout=0.5):
        bar = '#' * len(done) + '.' * (total - len(done))
        print(f'[{bar}]')
    print('progress ends')
    return len(done)

watch = gevent.spawn(progress, len(jobs))
workers = [gevent.spawn(worker, n) for n in (1, 2)]
gevent.joinall(workers)
finished.set()
print([w.value for w in workers], watch.get(), done)
