import asyncio

class Ticks:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0.1)
        return self.i

async def main():
    async for x in Ticks(3):
        print(x)
    else:
        print('else')
    async for x in Ticks(5):
        if x == 2:
            break
        print('x', x)
    print([x async for x in Ticks(4) if x % 2], {x: -x async for x in Ticks(2)})
    it = Ticks(1)
    print(await it.__anext__())
    try:
        await it.__anext__()
    except StopAsyncIteration as e:
        print(repr(e))
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        for x in Ticks(1):
            pass
    except TypeError as e:
        print(e)

asyncio.run(main())
