import asyncio

async def work():
    print('work')
    return 7

def done(t):
    print('done', t.result(), t.get_name())

async def main():
    t = asyncio.create_task(work(), name='w')
    t.add_done_callback(done)
    t.add_done_callback(lambda t: print('second'))
    print(await t)
    t.add_done_callback(lambda t: print('added late'))
    print('not yet')
    await asyncio.sleep(0)
    u = asyncio.create_task(work())
    u.add_done_callback(done)
    u.add_done_callback(done)
    print(u.remove_done_callback(done))
    await u
    await asyncio.sleep(0)
    print('end')

asyncio.run(main())
