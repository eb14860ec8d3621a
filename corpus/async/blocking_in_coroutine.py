import asyncio
import time

async def blocks():
    await asyncio.sleep(0.3)
    print('blocks')
    time.sleep(2)
    print('free again')

async def ticker():
    t0 = time.monotonic()
    for i in range(5):
        print('tick', i, round(time.monotonic() - t0, 1))
        await asyncio.sleep(0.5)

async def main():
    await asyncio.gather(ticker(), blocks())

asyncio.run(main())
