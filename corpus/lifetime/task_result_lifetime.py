import asyncio

class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

async def make(name):
    local = D('local of ' + name)
    return D(name)

async def main():
    t = asyncio.create_task(make('a'))
    await t
    print('awaited')
    del t
    print('task gone')
    x = await make('b')
    print('x')
    x = None
    await asyncio.gather(make('c'), make('d'))
    print('gathered')
    r = await asyncio.gather(make('e'))
    print('r')

asyncio.run(main())
print('end')
