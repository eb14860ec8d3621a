# A generator that is not marked can't be awaited.
import asyncio


def generator():
    yield


async def main():
    try:
        await generator()
    except TypeError as e:
        print(e)
    try:
        await asyncio.wait([])
    except ValueError as e:
        print(e)
    await 5


asyncio.run(main())
