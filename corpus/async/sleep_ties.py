import asyncio

async def w(n, d):
    await asyncio.sleep(d)
    print(n, end=' ')

async def main():
    await asyncio.gather(*[w(i, 1) for i in range(6)])
    print()
    await asyncio.gather(*[w(i, (6 - i) / 10) for i in range(6)])
    print()
    await asyncio.gather(w('a', 0.3), w('b', 0.1), w('c', 0.1), w('d', 0), w('e', 0.3))
    print()
    loop = asyncio.get_running_loop()
    at = loop.time() + 1
    for i in range(7):
        loop.call_at(at, lambda i=i: print(i, end=' '))
    await asyncio.sleep(1.5)
    print()

asyncio.run(main())
