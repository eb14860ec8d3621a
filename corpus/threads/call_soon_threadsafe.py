# A thread calls into the loop, which sleeps.
import asyncio
import threading
import time


def worker(loop, event, future):
    time.sleep(0.3)
    print('worker calls')
    loop.call_soon_threadsafe(print, 'in', threading.get_ident() != threading.main_thread().ident)
    loop.call_soon_threadsafe(event.set)
    time.sleep(0.2)
    loop.call_soon_threadsafe(future.set_result, 'from the worker')
    time.sleep(0.2)
    print('unsafe')
    loop.call_soon(print, 'noticed late')
    time.sleep(0.1)
    print('worker ends')


async def main():
    loop = asyncio.get_running_loop()
    event, future = asyncio.Event(), loop.create_future()
    thread = threading.Thread(target=worker, args=(loop, event, future))
    thread.start()
    await event.wait()
    print('event')
    print(await future)
    await asyncio.sleep(1)
    thread.join()
    loop.call_soon_threadsafe(print, 'from the loop itself')
    await asyncio.sleep(0)
    print('last')
    return loop


loop = asyncio.run(main())
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as e:
    print(e)
