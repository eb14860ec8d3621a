# A cancelled task does not wait for its thread; the thread goes on, and run waits for it.
import asyncio
import time


def blocks(name, n):
    print(name, 'begins')
    time.sleep(n)
    print(name, 'ends all the same')
    return name


async def main():
    task = asyncio.create_task(asyncio.to_thread(blocks, 'a', 1))
    await asyncio.sleep(0.2)
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', task.cancelled())
    try:
        await asyncio.wait_for(asyncio.to_thread(blocks, 'b', 0.5), 0.1)
    except asyncio.TimeoutError:
        print('timed out')
    try:
        async with asyncio.timeout(0.1):
            await asyncio.to_thread(blocks, 'c', 2)
    except TimeoutError:
        print('timed out again')
    print('main ends')


asyncio.run(main())
print('run is over')
