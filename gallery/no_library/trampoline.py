import heapq
import time

asleep = []     # a heap: the next one first

class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds
    def __await__(self):
        yield self.seconds      # up to run

async def greet(n):
    print('hello', n)
    await Sleep(n)
    print('world', n)

def wake_later(seconds, n, task):
    when = time.monotonic() + seconds
    heapq.heappush(asleep, (when, n, task))

def run():
    while asleep:
        when, n, task = heapq.heappop(asleep)
        pause = when - time.monotonic()
        time.sleep(max(0, pause))
        try:
            seconds = task.send(None)
            wake_later(seconds, n, task)
        except StopIteration:
            pass        # it is done

for n in 3, 1, 2:
    wake_later(0, n, greet(n))
run()
