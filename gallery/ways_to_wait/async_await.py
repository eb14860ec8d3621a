import asyncio

async def greet(n):
    print('hello', n)
    await asyncio.sleep(3)
    print('world', n)

async def main():
    await asyncio.gather(
        greet(1), greet(2), greet(3))

asyncio.run(main())
