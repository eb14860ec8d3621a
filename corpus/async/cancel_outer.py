import asyncio

async def inner():
    try:
        await asyncio.sleep(5)
    finally:
        print('inner finally')

async def outer():
    try:
        await inner()
    finally:
        print('outer finally')

async def waits_for(task):
    try:
        await task
    except asyncio.CancelledError:
        print('waiter cancelled, task', task.cancelled(), task.done())
        raise

async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.1)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    t = asyncio.create_task(inner())
    w = asyncio.create_task(waits_for(t))
    await asyncio.sleep(0.1)
    w.cancel()
    await asyncio.sleep(0.1)
    print(t.cancelled(), w.cancelled())

asyncio.run(main())
