import asyncio

async def count(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            yield i
    finally:
        print('count ends')

async def squares(source):
    async for x in source:
        yield x * x

async def main():
    async for x in count(3):
        print(x)
    print([x async for x in squares(count(3))])
    g = count(2)
    print(type(g).__name__, await g.__anext__(), await g.asend(None))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print('exhausted')
    h = count(5)
    await h.__anext__()
    await h.aclose()
    print('closed')
    print(sum([x async for x in count(4)]), [x async for x in h])
    a, b = squares(count(2)), squares(count(2))
    print(await asyncio.gather(a.__anext__(), b.__anext__()))
    await a.aclose()
    await b.aclose()

asyncio.run(main())
