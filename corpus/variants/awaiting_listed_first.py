import asyncio

async def salute():
    await asyncio.sleep(0.3)
    print('in')
    await asyncio.sleep(1.7)
    print('out')

async def clock():
    for i in range(10, 5, -1):
        print('tock', i)
        await asyncio.sleep(0.2)

async def main():
    await asyncio.gather(salute(), clock())

asyncio.run(main())
