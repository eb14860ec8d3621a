import asyncio

async def player(name, mine, other, n):
    for i in range(n):
        await mine.wait()
        mine.clear()
        print(name, i)
        await asyncio.sleep(0.1)
        other.set()

async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    await asyncio.gather(player('ping', ping, pong, 3), player('pong', pong, ping, 3))
    print(ping.is_set(), pong.is_set())

asyncio.run(main())
