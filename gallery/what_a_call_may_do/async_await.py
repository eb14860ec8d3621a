import asyncio

async def fetch(n):
    await asyncio.sleep(2)
    return n * 10

async def price(n):
    return await fetch(n) + 1

async def show(n):
    cost = await price(n)
    print('article', n, 'costs', cost)

async def main():
    await asyncio.gather(
        show(1), show(2), show(3))

asyncio.run(main())
