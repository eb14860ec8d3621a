# Where nobody can catch it, a class of the program is named with its module; where asyncio logs it, it is not.
import asyncio


class Own(Exception):
    pass


class D:
    def __del__(self):
        raise Own('in a finalizer')


async def fails():
    raise Own('in a task')


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    del task
    await asyncio.sleep(0.1)


d = D()
del d
asyncio.run(main())
raise Own
