# Cancelling a coroutine that is a generator.
import asyncio


@asyncio.coroutine
def sleeper(ignore):
    try:
        yield from asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print('cancelled', e.args)
        if not ignore:
            raise
        yield from asyncio.sleep(1)
        return 'stayed'
    finally:
        print('finally')


async def main():
    for ignore in (False, True):
        task = asyncio.create_task(sleeper(ignore))
        await asyncio.sleep(1)
        print(task.cancel('enough'))
        try:
            print(await task)
        except asyncio.CancelledError as e:
            print('caught', e.args, type(e.__context__).__name__, e.__context__.args, task.cancelled())
    try:
        await asyncio.wait_for(sleeper(False), 0.5)
    except asyncio.TimeoutError as e:
        print(type(e).__module__, type(e).__name__, issubclass(asyncio.TimeoutError, TimeoutError))


asyncio.run(main())
