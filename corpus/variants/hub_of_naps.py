import heapq
import time
from greenlet import greenlet, getcurrent

queue = []

def nap(seconds):
    heapq.heappush(queue, (time.monotonic() + seconds, len(queue), getcurrent()))
    return hub.switch()

def loop(*animals):
    for name, *naps in animals:
        greenlet(animal).switch(name, *naps)
    while queue:
        at, _, sleeper = heapq.heappop(queue)
        if at > time.monotonic():
            time.sleep(at - time.monotonic())
        sleeper.switch(round(at - began, 1))

def animal(name, *naps):
    for seconds in naps:
        print(name, 'woke at', woken_after(seconds))
    print(name, 'is up')

def woken_after(seconds): return nap(seconds)

began = time.monotonic()
hub = greenlet(loop)
hub.switch(('cat', 1, 1), ('dog', 0.5), ('owl', 0.25, 2))
print('all are up')
