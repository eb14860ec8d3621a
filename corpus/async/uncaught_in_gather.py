import asyncio

async def fails(n):
    await asyncio.sleep(n / 10)
    raise RuntimeError(f'task {n}')

async def main():
    await asyncio.gather(asyncio.sleep(1), fails(2))

asyncio.run(main())
