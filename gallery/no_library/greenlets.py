import heapq
import time
from greenlet import getcurrent, greenlet

asleep = []     # a heap: the next one first

def wake_later(seconds, n, task):
    when = time.monotonic() + seconds
    heapq.heappush(asleep, (when, n, task))

def run_hub():
    while asleep:
        when, n, task = heapq.heappop(asleep)
        pause = when - time.monotonic()
        time.sleep(max(0, pause))
        task.switch(n)

hub = greenlet(run_hub)

def greet(n):
    print('hello', n)
    wake_later(n, n, getcurrent())
    hub.switch()        # away, and back here
    print('world', n)

for n in 3, 1, 2:
    wake_later(0, n, greenlet(greet, hub))
hub.switch()
