import asyncio

async def forever(name):
    try:
        while True:
            await asyncio.sleep(1)
            print(name, 'beat')
    except asyncio.CancelledError:
        print(name, 'cancelled at the end of run')
        await asyncio.sleep(0.5)
        print(name, 'cleaned up')
        raise

async def main():
    t = asyncio.create_task(forever('a'))
    await asyncio.sleep(2.5)
    print('main ends')
    return t

t = asyncio.run(main())
print(t.cancelled(), t.done())
