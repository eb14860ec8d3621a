# Coroutines sent from a thread to a loop, and a loop on a thread of its own.
import asyncio
import concurrent.futures
import threading
import time


async def add(a, b):
    await asyncio.sleep(0.1)
    if a == b:
        raise ValueError('equal')
    return a + b


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name='loop')
thread.start()
print(asyncio.run_coroutine_threadsafe(add(1, 2), loop).result())
future = asyncio.run_coroutine_threadsafe(add(2, 2), loop)
print(repr(future.exception()))
slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
try:
    slow.result(timeout=0.3)
except concurrent.futures.TimeoutError as e:
    print(type(e).__name__, slow.cancel(), slow.cancelled())
try:
    asyncio.run_coroutine_threadsafe(add, loop)
except TypeError as e:
    print(e)
time.sleep(0.1)
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()


def without_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        print(e)
    print(asyncio.run(add(3, 4)))


other = threading.Thread(target=without_loop, name='other')
other.start()
other.join()
