import asyncio

async def work():
    await asyncio.sleep(0.35)
    print('begin')
    product = 1
    n = 20_000
    while n:
        product = product * n % 999_983 or 7
        n -= 1
    print('product', product)

async def clock():
    for i in range(5):
        print('tock', i)
        await asyncio.sleep(0.25)

async def main():
    await asyncio.gather(work(), clock())

asyncio.run(main())
