import asyncio
loop = asyncio.get_event_loop()

async def async_func_with_await():
    print('hello')
    await asyncio.sleep(3)
    print('world')


if __name__ == '__main__':
    loop.run_until_complete(async_func_with_await())
