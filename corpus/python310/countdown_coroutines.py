import asyncio

@asyncio.coroutine
def countdown(name, n):
    while n > 0:
        print(name, n)
        yield from asyncio.sleep(0.5)
        n -= 1
    return name + ' done'

@asyncio.coroutine
def main():
    results = yield from asyncio.gather(countdown('a', 3), countdown('b', 2))
    print(results)
    task = asyncio.ensure_future(countdown('c', 1))
    yield
    print('given way once')
    print((yield from task))
    return 'end'

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(main()))
loop.close()
