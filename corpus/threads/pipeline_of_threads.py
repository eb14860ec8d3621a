# Three stages, each in its thread, hand over by a lock and an event; the end goes through as None.
import threading
import time

class Slot:
    """Holds one thing at a time."""
    def __init__(self): self.full, self.empty, self.thing = threading.Semaphore(0), threading.Semaphore(1), None
    def put(self, thing):
        self.empty.acquire()
        self.thing = thing
        self.full.release()
    def take(self):
        self.full.acquire()
        thing, self.thing = self.thing, None
        self.empty.release()
        return thing

began = time.monotonic()
def stage(name, seconds, function, source, target):
    while True:
        thing = source.take()
        if thing is None:
            target.put(None)
            return
        time.sleep(seconds)
        result = function(thing)
        print(f'{time.monotonic() - began:.1f} {name}: {thing!r} -> {result!r}')
        target.put(result)

a, b, c, d = Slot(), Slot(), Slot(), Slot()
stages = [('split', 0.1, str.split, a, b), ('count', 0.3, len, b, c), ('bar', 0.2, lambda n: '#' * n, c, d)]
for arguments in stages:
    threading.Thread(target=stage, args=arguments).start()
def feed():
    for line in 'one two', 'three', 'four five six', None:
        a.put(line)
threading.Thread(target=feed, name='feeder').start()
while (bar := d.take()) is not None:
    print(f'{time.monotonic() - began:.1f} main has', bar)
