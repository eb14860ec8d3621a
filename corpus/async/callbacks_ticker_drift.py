# Two metronomes: one asks for "a second from now" after its work, the other for the next full second.
import asyncio
import time

loop = asyncio.new_event_loop()
start = loop.time()

def drifting(n):
    print('drifting', n, round(loop.time() - start, 2))
    time.sleep(0.15)
    if n < 4:
        loop.call_later(1, drifting, n + 1)

def steady(n):
    print('  steady', n, round(loop.time() - start, 2))
    time.sleep(0.15)
    if n < 4:
        loop.call_at(start + n + 1, steady, n + 1)
    else:
        loop.call_soon(loop.stop)

loop.call_soon(drifting, 0)
loop.call_soon(steady, 0)
loop.run_forever()
loop.close()
