import asyncio

async def w(n):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('cancelled', n)
        raise

async def main():
    g = asyncio.gather(w(1), w(2), w(3))
    await asyncio.sleep(1)
    print(g.cancel(), g.done())
    try:
        await g
    except asyncio.CancelledError:
        print('gather cancelled', g.cancelled())
    t = asyncio.create_task(w('child'))
    h = asyncio.gather(t, asyncio.sleep(0.5, 'slept'), return_exceptions=True)
    await asyncio.sleep(0.1)
    t.cancel()
    print(await h)
    t = asyncio.create_task(w('plain'))
    h = asyncio.gather(t, asyncio.sleep(0.5, 'slept'))
    await asyncio.sleep(0.1)
    t.cancel()
    try:
        await h
    except asyncio.CancelledError:
        print('a cancelled child cancels the wait')

asyncio.run(main())
