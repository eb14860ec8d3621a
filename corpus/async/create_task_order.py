import asyncio

async def work(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    print(name, 'done')
    return name

async def main():
    a = asyncio.create_task(work('a', 3))
    b = asyncio.create_task(work('b', 2))
    print('created')
    await asyncio.sleep(0)
    print('main ran')
    print(await b)
    c = asyncio.create_task(work('c', 1))
    print(await a, await c)

asyncio.run(main())
