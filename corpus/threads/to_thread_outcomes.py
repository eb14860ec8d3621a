# Results, errors and contexts of calls on a thread.
import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar('var', default='none')


def fails(e):
    raise e


def sees():
    seen = var.get()
    var.set('changed in the thread')
    return seen, var.get()


async def main():
    var.set('of main')
    print(await asyncio.to_thread(sees), var.get())
    for e in (ValueError('v'), asyncio.TimeoutError('t'), asyncio.CancelledError('c'), SystemExit(3)):
        try:
            await asyncio.to_thread(fails, e)
        except BaseException as caught:
            print(type(caught).__name__, caught, caught is e)
    print(await asyncio.to_thread(dict, a=1, b=2))
    print(await asyncio.to_thread(threading.current_thread) is not threading.main_thread())
    coroutine = asyncio.to_thread(print, 'only when it is awaited')
    await asyncio.sleep(0.1)
    print('now')
    await coroutine
    try:
        await asyncio.to_thread(time.sleep, -1)
    except ValueError as e:
        print(e)
    try:
        await asyncio.to_thread(None)
    except TypeError as e:
        print(e)


asyncio.run(main())
