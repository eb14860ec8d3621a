import asyncio

async def one(n):
    print('  one', n)
    await asyncio.sleep(0.1)
    return n + 1

async def two(n):
    print(' two', n)
    a = await one(n)
    b = await one(a)
    return a, b

async def three():
    print('three')
    x, y = await two(10)
    return x + y + await one(await one(0))

async def deep(n):
    return 0 if n == 0 else 1 + await deep(n - 1)

async def main():
    print(await three())
    print(await deep(50))
    print([await one(i) for i in range(2)], (await one(5), await one(6)))
    print(await one(1) + await one(2), {await one(3): await one(4)})
    print('yes' if await one(0) == 1 else 'no')

asyncio.run(main())
