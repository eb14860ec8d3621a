import asyncio

async def good():
    await asyncio.sleep(0.1)
    return 'value'

async def bad():
    await asyncio.sleep(0.1)
    raise KeyError('k')

async def main():
    g, b = asyncio.create_task(good()), asyncio.create_task(bad())
    print(g.done(), b.done())
    try:
        g.result()
    except asyncio.InvalidStateError as e:
        print(e)
    try:
        g.exception()
    except asyncio.InvalidStateError as e:
        print(e)
    await asyncio.sleep(0.2)
    print(g.done(), g.result(), g.exception(), repr(b.exception()))
    try:
        b.result()
    except KeyError as e:
        print('raised again', e)
    for _ in range(2):
        try:
            await b
        except KeyError as e:
            print('and again', e)
    print(await g, await g)

asyncio.run(main())
