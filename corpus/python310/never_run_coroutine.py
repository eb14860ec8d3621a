import asyncio

@asyncio.coroutine
def forgotten():
    print('never')
    yield

@asyncio.coroutine
def main():
    forgotten()
    print('a generator is dropped without a word')
    async def new_style(): pass
    new_style()
    print('a coroutine is not')
    yield from asyncio.sleep(0)

asyncio.run(main())
