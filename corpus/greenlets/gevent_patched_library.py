# Code that knows nothing of gevent, patched from outside: its waits overlap.
from gevent import monkey
monkey.patch_all()
import time
import gevent

class Client:
    """Somebody's library."""
    def __init__(self, name): self.name, self.tries = name, 0
    def fetch(self, path):
        self.tries += 1
        time.sleep(len(path) / 10)
        if self.tries % 2 == 0:
            raise ConnectionError(path)
        return f'{self.name}{path}'

def crawl(name, *paths):
    client, got = Client(name), []
    for path in paths:
        for attempt in range(2):
            try:
                got.append(client.fetch(path))
                break
            except ConnectionError as error:
                print(name, 'failed', error)
    return got

began = time.monotonic()
jobs = [gevent.spawn(crawl, 'one', '/a', '/bcd', '/e'), gevent.spawn(crawl, 'two', '/abcdef', '/b')]
for job in gevent.joinall(jobs):
    print(job.value)
print(round(time.monotonic() - began, 1))
