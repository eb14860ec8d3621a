# Tasks over generators: names, representations, order and results.
import asyncio


@asyncio.coroutine
def step(name, times):
    for i in range(times):
        print(name, i)
        yield
    return name


def undecorated():
    yield
    return 'a generator will do'


async def main():
    loop = asyncio.get_running_loop()
    a, b = loop.create_task(step('a', 2), name='first'), asyncio.ensure_future(step('b', 3))
    print(a)
    await asyncio.sleep(0)
    print(a.get_name(), a.done(), b.done())
    print(await asyncio.gather(a, b))
    print(a)
    print(await asyncio.create_task(undecorated()))
    future = loop.create_future()
    waiter = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    print(waiter)
    loop.call_later(1, future.set_result, 'set')
    print(await waiter, loop.time() > 2)


@asyncio.coroutine
def waits(future):
    return (yield from future)


asyncio.run(main())
