# gevent.queue: bounded and unbounded, by priority, last first; waits, timeouts, joins.
import gevent
from gevent.queue import Empty, Full, JoinableQueue, LifoQueue, PriorityQueue, Queue

tasks = Queue(2)


def produce():
    for n in range(5):
        tasks.put(n)
        print('put', n, tasks.qsize(), tasks.full())
    tasks.put(StopIteration)


def consume(name):
    for n in tasks:
        print(name, 'got', n)
        gevent.sleep(0.1 * n)
    print(name, 'stops')
    tasks.put(StopIteration)


gevent.joinall([gevent.spawn(produce), gevent.spawn(consume, 'a'), gevent.spawn(consume, 'b')], timeout=3)
q = Queue()
try:
    q.get(timeout=0.2)
except Empty as e:
    print('Empty', type(e).__module__, repr(e))
try:
    q.get_nowait()
except Empty:
    print('Empty at once')
q.maxsize = 1
q.put('x')
try:
    q.put('y', timeout=0.1)
except Full as e:
    print('Full', type(e).__module__, repr(e))
try:
    q.put_nowait('y')
except Full:
    print('Full at once')
print(len(q), bool(q), q.peek(), q.get(), q.empty(), q.maxsize)
print(str(Queue(3, [1, 2])), str(Queue()))

waiting = [gevent.spawn(lambda n: print(n, 'was given', q.get()), n) for n in range(3)]
gevent.sleep(0)
print(str(q))
for item in 'abc':
    q.put(item)
    print('put', item)
gevent.joinall(waiting)

p = PriorityQueue(items=[5, 1, 3])
p.put(2)
print([p.get() for _ in range(4)])
last = LifoQueue(items='ab')
last.put('c')
print(last.peek(), [last.get() for _ in range(3)])

jobs = JoinableQueue()


def work():
    while True:
        job = jobs.get()
        gevent.sleep(0.05)
        print('done', job)
        jobs.task_done()


workers = [gevent.spawn(work) for _ in range(2)]
for job in range(4):
    jobs.put(job)
print(jobs.unfinished_tasks, jobs.join(timeout=0.01))
print(jobs.join(), jobs.unfinished_tasks)
try:
    jobs.task_done()
except ValueError as e:
    print('ValueError:', e)
gevent.killall(workers)
try:
    Queue().get()
except gevent.hub.LoopExit as e:
    print('LoopExit:', str(e).split('\n')[0])
