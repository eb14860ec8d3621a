import asyncio
import time

async def nap(name, seconds):
    print(name, 'naps')
    await asyncio.sleep(seconds)
    print(name, 'wakes')
    return seconds

async def main():
    t0 = time.monotonic()
    await nap('a', 1)
    await nap('b', 2)
    print('one after another', round(time.monotonic() - t0, 1))
    t0 = time.monotonic()
    a = asyncio.create_task(nap('c', 1))
    b = asyncio.create_task(nap('d', 2))
    print(await a + await b)
    print('together', round(time.monotonic() - t0, 1))
    print(await asyncio.sleep(0.5, 'sleep has a result'))

asyncio.run(main())
