import asyncio

async def who():
    t = asyncio.current_task()
    await asyncio.sleep(0)
    return t.get_name()

async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(who())
    b = asyncio.create_task(who(), name='bee')
    print(a.get_name(), b.get_name())
    a.set_name('renamed')
    b.set_name(5)
    print(await a, repr(await b))
    print(await asyncio.gather(who(), who()))
    print(await who())

asyncio.run(main())
asyncio.run(main())
