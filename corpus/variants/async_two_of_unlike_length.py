import asyncio

async def greet(n, pause):
    print('hello', n)
    await asyncio.sleep(pause)
    print('world', n)

async def main():
    second = asyncio.create_task(greet('second', 1.25))
    await greet('first', 2.5)
    await second

asyncio.run(main())
