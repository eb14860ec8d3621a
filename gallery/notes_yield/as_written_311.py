import asyncio
loop = asyncio.get_event_loop()

@asyncio.coroutine
def async_func_with_yield():
    print('hello')
    yield from asyncio.sleep(3)
    print('world')


if __name__ == '__main__':
    loop.run_until_complete(hello())
