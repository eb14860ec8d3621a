import asyncio

class Conn:
    def __init__(self, name): self.name = name
    async def __aenter__(self):
        print('opening', self.name)
        await asyncio.sleep(0.5)
        return self.name.upper()
    async def __aexit__(self, kind, value, tb):
        print('closing', self.name, kind and kind.__name__)
        await asyncio.sleep(0.25)
        return kind is KeyError

async def main():
    async with Conn('a') as a:
        print('in', a)
    async with Conn('b') as b, Conn('c') as c:
        print(b, c)
    async with Conn('d'):
        raise KeyError('swallowed')
    try:
        async with Conn('e'):
            raise ValueError('passes')
    except ValueError as e:
        print('caught', e)
    async def early():
        async with Conn('f') as f:
            return f
    print(await early())
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        with Conn('g'):
            pass
    except TypeError as e:
        print(e)

asyncio.run(main())
