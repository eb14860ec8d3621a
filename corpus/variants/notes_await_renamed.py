import asyncio as aio
events = aio.get_event_loop()

@aio
async def waits():
    print('one')
    await aio.sleep(1)
    print('two')


if __name__ == '__main__':
    events.run_until_complete(missing())
