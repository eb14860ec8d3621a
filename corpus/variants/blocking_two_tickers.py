import asyncio
import time

async def hold(name, start, length):
    await asyncio.sleep(start)
    print(name, 'holds')
    time.sleep(length)
    print(name, 'lets go')

async def ticker(name, pause):
    for i in range(4):
        print(name, i)
        await asyncio.sleep(pause)

async def main():
    await asyncio.gather(ticker('fast', 0.25), hold('a', 0.4, 1), ticker('slow', 0.7), hold('b', 0.9, 0.5))

asyncio.run(main())
