import asyncio

@asyncio.coroutine
def fetch(n):
    yield from asyncio.sleep(2)
    return n * 10

@asyncio.coroutine
def price(n):
    return (yield from fetch(n)) + 1

@asyncio.coroutine
def show(n):
    cost = yield from price(n)
    print('article', n, 'costs', cost)

@asyncio.coroutine
def main():
    yield from asyncio.gather(
        show(1), show(2), show(3))

asyncio.run(main())
