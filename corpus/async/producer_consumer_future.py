import asyncio

class Box:
    def __init__(self):
        self.items, self.waiters = [], []
    def put(self, x):
        if self.waiters:
            self.waiters.pop(0).set_result(x)
        else:
            self.items.append(x)
    async def get(self):
        if self.items:
            return self.items.pop(0)
        f = asyncio.get_running_loop().create_future()
        self.waiters.append(f)
        return await f

async def produce(box, name, delay):
    for i in range(3):
        await asyncio.sleep(delay)
        box.put(f'{name}{i}')
        print('put', f'{name}{i}')

async def consume(box, who):
    for _ in range(3):
        print(who, 'got', await box.get())
        await asyncio.sleep(0.3)

async def main():
    box = Box()
    await asyncio.gather(produce(box, 'x', 0.2), produce(box, 'y', 0.25), consume(box, 'A'), consume(box, 'B'))

asyncio.run(main())
