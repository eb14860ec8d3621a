import asyncio

@asyncio.coroutine
def slow(seconds):
    try:
        yield from asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print('slow is cancelled')
        raise
    return 'slow result'

@asyncio.coroutine
def main():
    try:
        yield from asyncio.wait_for(slow(2), timeout=1)
    except asyncio.TimeoutError as error:
        print('too long', type(error) is TimeoutError, issubclass(asyncio.TimeoutError, OSError))
    inner = asyncio.ensure_future(slow(2))
    try:
        yield from asyncio.wait_for(asyncio.shield(inner), 0.5)
    except asyncio.TimeoutError:
        print('the shield was cancelled', inner.done())
    print((yield from inner))
    print((yield from asyncio.wait_for(slow(1), None)))

asyncio.run(main())
