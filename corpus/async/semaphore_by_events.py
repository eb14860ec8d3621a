import asyncio

class Gate:
    def __init__(self, n): self.free, self.queue = n, []
    async def __aenter__(self):
        if self.free:
            self.free -= 1
            return
        ev = asyncio.Event()
        self.queue.append(ev)
        await ev.wait()
    async def __aexit__(self, *a):
        if self.queue:
            self.queue.pop(0).set()
        else:
            self.free += 1

async def job(n, gate):
    async with gate:
        print('in', n)
        await asyncio.sleep(1)
    print('out', n)

async def main():
    gate = Gate(2)
    await asyncio.gather(*[job(i, gate) for i in range(5)])

asyncio.run(main())
