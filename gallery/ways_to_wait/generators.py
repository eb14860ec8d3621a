import asyncio

@asyncio.coroutine
def greet(n):
    print('hello', n)
    yield from asyncio.sleep(3)
    print('world', n)

@asyncio.coroutine
def main():
    yield from asyncio.gather(
        greet(1), greet(2), greet(3))

asyncio.run(main())
