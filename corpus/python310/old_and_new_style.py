# Generator-based coroutines and async def await each other; a plain generator is no coroutine.
import asyncio
import inspect
import types

@asyncio.coroutine
def old(n):
    got = yield from new(n)
    return got + 1

async def new(n):
    await asyncio.sleep(n)
    return n * 10

@types.coroutine
def typed(n):
    yield from asyncio.sleep(n)
    return n

@asyncio.coroutine
def no_generator(n): return n + 100

@asyncio.coroutine
def gives_coroutine(n): return new(n)

def plain():
    yield from left

left = new(1)
async def main():
    print(await old(1), await typed(0.5), await no_generator(1), await gives_coroutine(2))
    try:
        await plain()
    except TypeError as error:
        print(error)
    try:
        list(plain())
    except TypeError as error:
        print(error)
    print(await left)
    print(asyncio.iscoroutinefunction(old), asyncio.iscoroutinefunction(new), inspect.iscoroutinefunction(old), asyncio.iscoroutinefunction(plain))
    waiting = old(0), new(0), typed(0)
    print([asyncio.iscoroutine(c) for c in waiting], [inspect.isawaitable(c) for c in waiting], old.__name__)
    print(await asyncio.gather(*waiting))

asyncio.run(main())
