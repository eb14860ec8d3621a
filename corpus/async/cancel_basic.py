import asyncio

async def work():
    try:
        print('start')
        await asyncio.sleep(10)
        print('never')
    except asyncio.CancelledError as e:
        print('cancelled', e.args)
        raise
    finally:
        print('clean up')

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    print(t.cancel(), t.cancelled(), t.done())
    try:
        await t
    except asyncio.CancelledError:
        print('main saw it', t.cancelled(), t.done())
    print(t.cancel())
    u = asyncio.create_task(work())
    await asyncio.sleep(0)
    u.cancel('because')
    try:
        await u
    except asyncio.CancelledError as e:
        print(e.args)
    try:
        u.result()
    except asyncio.CancelledError as e:
        print('result', e.args)

asyncio.run(main())
