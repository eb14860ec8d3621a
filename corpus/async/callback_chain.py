import asyncio

def tick(loop, n, stop):
    print('tick', n)
    if n < 3:
        loop.call_later(0.5, tick, loop, n + 1, stop)
    else:
        stop.set_result('stopped')

def soon(loop, n):
    print('soon', n)
    if n:
        loop.call_soon(soon, loop, n - 1)

async def main():
    loop = asyncio.get_running_loop()
    stop = loop.create_future()
    loop.call_soon(tick, loop, 0, stop)
    loop.call_soon(soon, loop, 2)
    print('waiting')
    print(await stop)

asyncio.run(main())
