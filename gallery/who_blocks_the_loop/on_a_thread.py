import asyncio
import time

async def greet():
    await asyncio.sleep(0.8)
    print('hello')
    await asyncio.to_thread(time.sleep, 3)
    print('world')

async def ticker():
    for i in range(8):
        print('tick', i)
        await asyncio.sleep(0.5)

async def main():
    await asyncio.gather(ticker(), greet())

asyncio.run(main())
