# A generator that two threads ask: one of them finds it busy; behind a lock both get their share.
import threading
import time

def tickets(n):
    for i in range(n):
        time.sleep(0.1)
        yield i

class Locked:
    def __init__(self, generator): self.generator, self.lock = generator, threading.Lock()
    def __iter__(self): return self
    def __next__(self):
        with self.lock:
            return next(self.generator)

def take(name, source, got):
    try:
        for ticket in source:
            got.append((name, ticket))
            time.sleep(0.05)
    except ValueError as error:
        print(name, error)

for source in tickets(4), Locked(tickets(6)):
    got = []
    threads = [threading.Thread(target=take, args=(name, source, got)) for name in ('x', 'y')]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    print(got)
