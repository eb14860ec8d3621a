# Plain functions that await: a greenlet runs the plain code, and what it wants awaited is awaited outside of it.
import asyncio
from greenlet import greenlet, getcurrent

def await_(awaitable):
    current = getcurrent()
    if not isinstance(current, Bridge):
        raise RuntimeError('await_ outside of a bridge')
    return current.parent.switch(awaitable)

class Bridge(greenlet): pass

async def run_plain(function, *args):
    bridge = Bridge(function, getcurrent())
    result = bridge.switch(*args)
    while not bridge.dead:
        try:
            value = await result
        except BaseException as error:
            result = bridge.throw(error)
        else:
            result = bridge.switch(value)
    return result

async def query(table, seconds):
    await asyncio.sleep(seconds)
    if table == 'missing':
        raise LookupError('no such table')
    return [f'{table}{i}' for i in range(2)]

class Lazy:
    @property
    def orders(self): return await_(query('order', 1))

def report(name):
    print(name, 'begins')
    rows = await_(query(name, 2))
    try:
        await_(query('missing', 0.5))
    except LookupError as error:
        rows.append(str(error))
    return rows + Lazy().orders

async def main():
    loop = asyncio.get_running_loop()
    began = loop.time()
    print(await asyncio.gather(run_plain(report, 'user'), run_plain(report, 'item'), query('direct', 3)))
    print(round(loop.time() - began, 1))
    task = asyncio.create_task(run_plain(report, 'slow'))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')
    try:
        await_(None)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
