import asyncio

async def ok(n, d):
    await asyncio.sleep(d)
    print('ok', n)
    return n

async def bad(n, d):
    await asyncio.sleep(d)
    print('bad', n)
    raise ValueError(n)

async def main():
    print(await asyncio.gather(ok(1, 0.2), bad(2, 0.1), ok(3, 0.3), return_exceptions=True))
    try:
        await asyncio.gather(ok(4, 0.2), bad(5, 0.1), ok(6, 0.3))
    except ValueError as e:
        print('caught', repr(e))
    print('the others go on')
    await asyncio.sleep(0.5)
    r = await asyncio.gather(bad('a', 0.1), bad('b', 0.1), return_exceptions=True)
    print([type(x).__name__ for x in r], [x.args for x in r])
    try:
        await asyncio.gather(bad('c', 0.2), bad('d', 0.1))
    except ValueError as e:
        print('first to fail:', e)
    await asyncio.sleep(1)

asyncio.run(main())
