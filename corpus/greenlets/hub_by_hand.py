# A scheduler over greenlets in a few lines: who waits switches to the hub, who is due is switched to.
import time
from greenlet import getcurrent, greenlet

timers = []


def sleep(seconds):
    timers.append((time.monotonic() + seconds, len(timers), getcurrent()))
    hub.switch()


def loop():
    while timers:
        timers.sort(key=lambda timer: timer[:2])
        when, _, who = timers.pop(0)
        time.sleep(max(0, when - time.monotonic()))
        who.switch()


def greet(name, seconds):
    print('hello', name)
    sleep(seconds)
    print('bye', name)


hub = greenlet(loop)
for name, seconds in (('a', 0.3), ('b', 0.1), ('c', 0.2)):
    greenlet(greet, hub).switch(name, seconds)
hub.switch()
print('done')
