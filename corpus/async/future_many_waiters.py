import asyncio

async def wait(name, f):
    try:
        print(name, await f)
    except ValueError as e:
        print(name, 'error', e)

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    tasks = [asyncio.create_task(wait(n, f)) for n in 'abc']
    await asyncio.sleep(0)
    loop.call_soon(print, 'before')
    f.set_result('value')
    loop.call_soon(print, 'after')
    await asyncio.gather(*tasks)
    e = loop.create_future()
    tasks = [asyncio.create_task(wait(n, e)) for n in 'xy']
    loop.call_later(1, e.set_exception, ValueError('late'))
    await asyncio.gather(*tasks)

asyncio.run(main())
