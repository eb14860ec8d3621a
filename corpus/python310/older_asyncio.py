# Parameters and errors of asyncio before 3.11.
import asyncio


def attempt(f, *args, **named):
    try:
        print(f(*args, **named))
    except Exception as e:
        print(type(e).__name__, e)


async def nothing():
    pass


attempt(asyncio.run, 5)
attempt(asyncio.run, nothing)
for kind in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore, asyncio.Queue, asyncio.LifoQueue):
    attempt(kind, loop=None)
attempt(asyncio.Event, 1)


async def main():
    made = nothing()
    attempt(asyncio.create_task, made, context=None)
    await made
    attempt(asyncio.run, nothing)
    try:
        await asyncio.wait_for(asyncio.sleep(2), 1)
    except Exception as e:
        print(type(e), e.args, isinstance(e, TimeoutError))
    await asyncio.wait_for(asyncio.sleep(2), 1)


asyncio.run(main())
