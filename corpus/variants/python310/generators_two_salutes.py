import asyncio

@asyncio.coroutine
def everyone(*names):
    yield from asyncio.gather(
        *[salute(name) for name in names])

@asyncio.coroutine
def salute(name):
    print('good day', name)
    yield from asyncio.sleep(1.5)
    print('good bye', name)

asyncio.run(everyone('Bo', 'Abe'))
