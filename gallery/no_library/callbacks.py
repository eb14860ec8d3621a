import heapq
import time

timers = []     # a heap: the next one first

def call_later(delay, function, n):
    when = time.monotonic() + delay
    timer = when, n, function
    heapq.heappush(timers, timer)

def run():
    while timers:
        timer = heapq.heappop(timers)
        when, n, function = timer
        pause = when - time.monotonic()
        time.sleep(max(0, pause))
        function(n)

def greet(n):
    print('hello', n)
    call_later(n, go_on, n)

def go_on(n):
    print('world', n)

for n in 3, 1, 2:
    call_later(0, greet, n)
run()
