# What goes wrong in coroutines that are generators.
import asyncio


@asyncio.coroutine
def fails(n):
    yield from asyncio.sleep(n)
    raise ValueError(n)


@asyncio.coroutine
def handles():
    try:
        yield from fails(1)
    except ValueError as e:
        print('handled', e)
    yield 5


@asyncio.coroutine
def yields_generator():
    yield fails(1)


async def main():
    for made in (handles(), yields_generator()):
        try:
            await made
        except RuntimeError as e:
            print(str(e).split(' in ')[0].split(': <')[0])
    fails(1)
    print('never waited for, never said')
    await fails(1)


asyncio.run(main())
