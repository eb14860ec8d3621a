import heapq
import time

class Pause:
    def __init__(self, seconds): self.seconds = seconds
    def __await__(self):
        woken = yield self.seconds
        return woken

async def nap(name, *naps):
    for seconds in naps:
        print(name, 'woke at', await Pause(seconds))
    return name

began = time.monotonic()
queue = [(began, n, nap(name, *naps)) for n, (name, *naps) in enumerate([('cat', 1, 1), ('dog', 0.5), ('owl', 0.25, 2)])]
woken = None
while queue:
    at, n, coroutine = heapq.heappop(queue)
    time.sleep(max(0, at - time.monotonic()))
    try:
        pause = coroutine.send(None if coroutine.cr_await is None else round(time.monotonic() - began, 2))
    except StopIteration as end:
        print(end.value, 'is up')
    else:
        heapq.heappush(queue, (time.monotonic() + pause, n, coroutine))
