# Waiting for a flag.
import threading
import time

event = threading.Event()


def waits(name, timeout=None):
    print(name, event.wait(timeout), event.is_set())


threads = [
    threading.Thread(target=waits, args=('a',)),
    threading.Thread(target=waits, args=('b', 0.1)),
    threading.Thread(target=waits, args=('c', 0.5)),
]
for thread in threads:
    thread.start()
time.sleep(0.2)
print('set')
event.set()
for thread in threads:
    thread.join()
print(event.wait(), event.wait(0))
event.clear()
print(event.wait(0), event.wait(0.1), event.is_set())
timer = threading.Timer(0.3, event.set)
timer.start()
cancelled = threading.Timer(0.2, print, ['never'])
cancelled.start()
cancelled.cancel()
print(event.wait(1), timer.finished.is_set())
print(repr(event).endswith(': set>'))
