import asyncio

class Mine(Exception):
    pass

async def level3():
    await asyncio.sleep(0.1)
    raise Mine('deep')

async def level2():
    try:
        await level3()
    finally:
        print('level2 finally')

async def level1():
    try:
        await asyncio.create_task(level2())
    except Mine as e:
        print('level1', e)
        raise ValueError('translated') from e

async def main():
    try:
        await asyncio.gather(level1())
    except ValueError as e:
        print(repr(e), repr(e.__cause__))
    t = asyncio.create_task(level3())
    try:
        while not t.done():
            print('poll')
            await asyncio.sleep(0.04)
    finally:
        print(repr(t.exception()))

asyncio.run(main())
