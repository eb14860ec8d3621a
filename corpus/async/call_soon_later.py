import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'soon 1')
    loop.call_later(0.2, print, 'later 0.2')
    loop.call_later(0.1, print, 'later 0.1')
    loop.call_later(0, print, 'later 0')
    loop.call_soon(print, 'soon 2')
    loop.call_at(loop.time() + 0.15, print, 'at 0.15')
    h = loop.call_later(0.12, print, 'cancelled')
    s = loop.call_soon(print, 'cancelled soon')
    h.cancel()
    s.cancel()
    print(h.cancelled(), s.cancelled())
    await asyncio.sleep(0)
    print('after one pass')
    await asyncio.sleep(0.3)
    print('end')

asyncio.run(main())
