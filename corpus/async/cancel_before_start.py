import asyncio

async def work(name):
    print(name, 'runs')

async def main():
    t = asyncio.create_task(work('a'))
    t.cancel()
    await asyncio.sleep(0)
    print(t.done(), t.cancelled())
    u = asyncio.create_task(work('b'))
    await asyncio.sleep(0)
    print(u.cancel(), u.cancelled(), u.done())
    v = asyncio.create_task(work('c'))
    v.cancel()
    try:
        await v
    except asyncio.CancelledError:
        print('cancelled before its first step')
    print(await asyncio.gather(v, u, return_exceptions=True))

asyncio.run(main())
