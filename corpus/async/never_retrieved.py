import asyncio

async def fails(n):
    raise ValueError(f'lost {n}')

async def main():
    t = asyncio.create_task(fails(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('nothing said yet')
    del t
    print('after del')
    t = asyncio.create_task(fails(2))
    await asyncio.sleep(0)
    t.exception()
    del t
    print('retrieved: nothing to say')
    f = asyncio.get_running_loop().create_future()
    f.set_exception(KeyError('future'))
    f = None
    print('end')

asyncio.run(main())
