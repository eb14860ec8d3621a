# An event loop in forty lines: futures, tasks, sleep and gather over async def and nothing else.
import heapq
import time
from collections import deque

class Future:
    def __init__(self): self.done, self.value, self.waiting = False, None, []
    def set(self, value):
        self.done, self.value = True, value
        for callback in self.waiting:
            ready.append(callback)
    def __await__(self):
        if not self.done:
            yield self
        return self.value

class Task(Future):
    def __init__(self, coroutine):
        super().__init__()
        self.coroutine = coroutine
        ready.append(self.step)
    def step(self):
        try:
            future = self.coroutine.send(None)
        except StopIteration as stop:
            self.set(stop.value)
        else:
            future.waiting.append(self.step)

ready, timers, number = deque(), [], 0

def call_later(delay, callback):
    global number
    number += 1
    heapq.heappush(timers, (time.monotonic() + delay, number, callback))

def run(coroutine):
    main = Task(coroutine)
    while not main.done:
        if not ready:
            when, _, callback = heapq.heappop(timers)
            time.sleep(max(0, when - time.monotonic()))
            ready.append(callback)
        for _ in range(len(ready)):
            ready.popleft()()
    return main.value

async def sleep(seconds, value=None):
    future = Future()
    call_later(seconds, lambda: future.set(value))
    return await future

async def gather(*coroutines):
    return [await task for task in [Task(c) for c in coroutines]]

async def cook(dish, seconds):
    print('start', dish)
    await sleep(seconds)
    print('ready', dish)
    return dish.upper()

async def main():
    print(await cook('soup', 1))
    bell = Future()
    async def guest(n):
        print('guest', n, 'hears', await bell)
    guests = [Task(guest(n)) for n in range(3)]
    print(await gather(cook('fish', 2), cook('rice', 1), sleep(0.5, 'salt')))
    bell.set('gong')
    print('bell set')
    for one in guests:
        await one
    print('late:', await bell)
    return 'end'

began = time.monotonic()
print(run(main()), round(time.monotonic() - began, 1))
