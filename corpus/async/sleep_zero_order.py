import asyncio

log = []

async def w(name, n):
    for i in range(n):
        log.append(f'{name}{i}')
        await asyncio.sleep(0)

async def main():
    tasks = [asyncio.create_task(w(c, n)) for c, n in (('a', 3), ('b', 1), ('c', 2))]
    log.append('m0')
    await asyncio.sleep(0)
    log.append('m1')
    await asyncio.sleep(0)
    log.append('m2')
    for t in tasks:
        await t
    log.append('end')
    print(' '.join(log))

asyncio.run(main())
