import asyncio

async def setter(f, value):
    await asyncio.sleep(1)
    print('setting')
    f.set_result(value)
    print('was set', f.done())

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled())
    t = asyncio.create_task(setter(f, 42))
    print(await f)
    print(f.result(), f.exception())
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print('InvalidStateError', e)
    e = asyncio.Future()
    e.set_exception(ValueError('boom'))
    try:
        await e
    except ValueError as v:
        print('got', v)
    c = loop.create_future()
    c.cancel()
    try:
        await c
    except asyncio.CancelledError:
        print('future cancelled', c.cancelled(), c.cancel())
    g = loop.create_future()
    g.add_done_callback(lambda f: print('callback', f.result()))
    g.set_result('r')
    print('before the callback')
    await g
    print('a done future: no trip to the loop')
    await asyncio.sleep(0)
    try:
        g.set_exception(StopIteration)
    except Exception as x:
        print(type(x).__name__)
    await t

asyncio.run(main())
