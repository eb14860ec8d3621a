import asyncio

@asyncio.coroutine
def fails(n):
    yield from asyncio.sleep(n)
    raise LookupError(f'failed after {n}')

@asyncio.coroutine
def guarded(n):
    try:
        yield from fails(n)
    except LookupError as error:
        print('caught', error)
        return 'mended'
    finally:
        print('finally')

@asyncio.coroutine
def cancelled():
    try:
        yield from asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled')
        raise

@asyncio.coroutine
def main():
    print((yield from guarded(1)))
    task = asyncio.ensure_future(cancelled())
    yield from asyncio.sleep(0.5)
    task.cancel()
    try:
        yield from task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())
    yield from fails(2)

asyncio.run(main())
