import asyncio

async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(1)
            print('slept', i)
        except asyncio.CancelledError:
            print('no', i)
    return 'made it'

async def turns_into_error():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError('instead')

async def main():
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0.5)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling(), t.uncancel())
    u = asyncio.create_task(turns_into_error())
    await asyncio.sleep(0)
    u.cancel()
    try:
        await u
    except ValueError as e:
        print(e, type(e.__context__).__name__, u.cancelled())

asyncio.run(main())
