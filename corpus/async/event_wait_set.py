import asyncio

async def waiter(name, ev):
    print(name, 'waits', ev.is_set())
    print(name, await ev.wait())

async def main():
    ev = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, ev)) for n in 'abc']
    await asyncio.sleep(1)
    print('set')
    ev.set()
    print('still here', ev.is_set())
    await asyncio.gather(*tasks)
    print(await ev.wait(), 'at once')
    ev.clear()
    print(ev.is_set())
    late = asyncio.create_task(waiter('late', ev))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.5, ev.set)
    await late
    ev.set()
    ev.set()
    print('end')

asyncio.run(main())
