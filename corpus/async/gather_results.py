import asyncio

async def f(n, delay):
    await asyncio.sleep(delay)
    print('finished', n)
    return n

async def main():
    print(await asyncio.gather(f(1, 0.3), f(2, 0.1), f(3, 0.2)))
    print(await asyncio.gather())
    t = asyncio.create_task(f('task', 0.1))
    print(await asyncio.gather(t, f('coro', 0.05)))
    print(t.done(), t.result())
    a, *rest = await asyncio.gather(*[f(i, 0) for i in range(4)])
    print(a, rest)
    same = f('same', 0)
    print(await asyncio.gather(same, same))
    print(await asyncio.gather(asyncio.gather(f('x', 0.1), f('y', 0)), f('z', 0)))

asyncio.run(main())
