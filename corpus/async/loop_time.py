import asyncio
import time

async def main():
    loop = asyncio.get_running_loop()
    t, m = loop.time(), time.monotonic()
    print(abs(t - m) < 0.001)
    await asyncio.sleep(1.5)
    print(round(loop.time() - t, 1), round(time.monotonic() - m, 1))
    when = loop.time() + 2
    h = loop.call_at(when, print, 'on time')
    print(h.when() == when)
    await asyncio.sleep(1)
    print('half way')
    await asyncio.sleep(1.5)
    loop.call_at(loop.time() - 5, print, 'in the past: next pass')
    await asyncio.sleep(0)
    print('main')
    await asyncio.sleep(0)

asyncio.run(main())
