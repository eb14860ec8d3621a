import asyncio
import time

async def board(name, moves):
    for i in range(moves):
        time.sleep(0.05)
        print(name, 'move', i)
        await asyncio.sleep(0.55)

async def main():
    t0 = time.monotonic()
    for n in 'ab':
        await board(n, 2)
    print('one after another', round(time.monotonic() - t0, 2))
    t0 = time.monotonic()
    await asyncio.gather(*[board(n, 2) for n in 'abcd'])
    print('all at once', round(time.monotonic() - t0, 2))

asyncio.run(main())
