import asyncio

class Channel:
    def __init__(self): self.items, self.waiter = [], None
    def put(self, item):
        self.items.append(item)
        if self.waiter and not self.waiter.done():
            self.waiter.set_result(None)
    @asyncio.coroutine
    def get(self):
        while not self.items:
            self.waiter = asyncio.get_event_loop().create_future()
            yield from self.waiter
        return self.items.pop(0)

@asyncio.coroutine
def numbers(channel, n):
    for i in range(n):
        yield from asyncio.sleep(0.3)
        channel.put(i)
    channel.put(None)

@asyncio.coroutine
def squares(source, target):
    while True:
        item = yield from source.get()
        target.put(None if item is None else item * item)
        if item is None:
            return 'squares end'
        yield from asyncio.sleep(0.5)

@asyncio.coroutine
def main():
    a, b = Channel(), Channel()
    tasks = [asyncio.ensure_future(numbers(a, 4)), asyncio.ensure_future(squares(a, b))]
    loop = asyncio.get_event_loop()
    began = loop.time()
    while True:
        item = yield from b.get()
        if item is None:
            break
        print(round(loop.time() - began, 1), item)
    print((yield from asyncio.gather(*tasks)))

asyncio.run(main())
