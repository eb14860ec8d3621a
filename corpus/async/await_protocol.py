import asyncio

class Ready:
    def __init__(self, v): self.v = v
    def __await__(self):
        print('awaited')
        return self.v
        yield

class Hop:
    def __await__(self):
        print('hop out')
        yield
        print('hop back')
        return 'hopped'

class Delegates:
    def __await__(self):
        return asyncio.sleep(0.5, 'slept').__await__()

async def other():
    print('other runs')

async def main():
    print(await Ready(5))
    t = asyncio.create_task(other())
    print(await Hop())
    print(await Delegates())
    for bad in 5, None, [1]:
        try:
            await bad
        except TypeError as e:
            print(e)
    class Wrong:
        def __await__(self): return 5
    try:
        await Wrong()
    except TypeError as e:
        print(e)
    class YieldsWrong:
        def __await__(self): yield 5
    try:
        await YieldsWrong()
    except RuntimeError as e:
        print(str(e)[:22])
    await t

asyncio.run(main())
