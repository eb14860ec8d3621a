# Blocking calls on threads of the pool, beside a ticker.
import asyncio
import threading
import time


def blocks(n):
    print(threading.current_thread().name, 'blocks', n)
    time.sleep(n)
    return f'result {n}'


async def ticker():
    for i in range(5):
        print('tick', i)
        await asyncio.sleep(0.25)


async def main():
    task = asyncio.create_task(ticker())
    print(await asyncio.to_thread(blocks, 0.6))
    print(await asyncio.gather(asyncio.to_thread(blocks, 0.3), asyncio.to_thread(blocks, 0.2), asyncio.to_thread(blocks, 0.1)))
    print(await asyncio.to_thread(blocks, 0))
    await task


asyncio.run(main())
print(threading.active_count())
