import asyncio

class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

async def f(name):
    d = D(name)
    try:
        await asyncio.sleep(1)
    finally:
        print('finally', name)

class Stop:
    def __await__(self):
        yield 'stopped'

async def g():
    d = D('g')
    try:
        await Stop()
    except GeneratorExit:
        print('GeneratorExit')
        raise

c = g()
print(c.send(None))
del c
print('dropped')
c = g()
c.send(None)
c.close()
print('closed')
async def main():
    t = asyncio.create_task(f('task'))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled')
    del t
    print('task dropped')
asyncio.run(main())
