# Words of 3.10 about context managers.
import asyncio
import contextlib


class NoExit:
    def __enter__(self): print('enter')


class NoEnter:
    def __exit__(self, *a): print('exit')


class Async:
    async def __aenter__(self): pass


def attempt(made):
    try:
        with made:
            print('in')
    except Exception as e:
        print(type(e).__name__, e)


for made in (NoExit(), NoEnter(), 5, None):
    attempt(made)


async def main():
    for made in (Async(), NoExit()):
        try:
            async with made:
                print('in')
        except Exception as e:
            print(type(e).__name__, e)
    with contextlib.ExitStack() as stack:
        for made in (5, NoExit(), NoEnter()):
            try:
                stack.enter_context(made)
            except Exception as e:
                print(type(e).__name__, e)
    async with contextlib.AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(Async())
        except Exception as e:
            print(type(e).__name__, e)


asyncio.run(main())
with open_door:
    pass
