import asyncio

async def turn(n):
    for _ in range(n):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(turn(SIZE // 2), turn(SIZE // 2))

asyncio.run(main())
