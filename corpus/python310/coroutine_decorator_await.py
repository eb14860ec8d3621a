# Both kinds of coroutines wait for each other.
import asyncio


@asyncio.coroutine
def old(n):
    yield from asyncio.sleep(n)
    return n


async def new(n):
    return 10 * await old(n)


@asyncio.coroutine
def outer():
    return 1 + (yield from new(1))


@asyncio.coroutine
def plain(n):
    """Gives back what can be waited for."""
    return new(n)


@asyncio.coroutine
def number():
    return 7


@asyncio.coroutine
async def native():
    return 'native'


class Awaitable:
    def __await__(self):
        yield
        return 'awaitable'


@asyncio.coroutine
def gives_awaitable():
    return Awaitable()


async def main():
    print(await outer())
    print(await plain(2), await number(), await native(), await gives_awaitable())
    print(plain.__name__, plain.__doc__, plain.__wrapped__.__name__)


asyncio.run(main())
