import asyncio

async def compute():
    await asyncio.sleep(0.8)
    print('compute')
    total = 0
    for i in range(300_000):
        total = (total + i * i) % 1_000_003
    print('total', total)

async def ticker():
    for i in range(8):
        print('tick', i)
        await asyncio.sleep(0.5)

async def main():
    await asyncio.gather(ticker(), compute())

asyncio.run(main())
