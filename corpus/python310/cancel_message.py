# A cancelled task's waiter gets an error of its own, with the task's in its context.
import asyncio


async def sleeper():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(1)
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError as e:
        print(e.args, e.__context__.args)
    future = asyncio.get_running_loop().create_future()
    future.cancel('not me')
    try:
        await future
    except asyncio.CancelledError as e:
        print(e.args, e.__context__)
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel('at last')
    await task


asyncio.run(main())
