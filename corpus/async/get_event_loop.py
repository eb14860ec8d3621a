import asyncio
loop = asyncio.get_event_loop()

async def hello():
    print('hello')
    await asyncio.sleep(3)
    print('world')
    return asyncio.get_running_loop() is loop

print(loop.run_until_complete(hello()))
print(asyncio.get_event_loop() is loop)
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)

async def again():
    print(asyncio.get_event_loop() is loop)
    try:
        loop.run_until_complete(asyncio.sleep(0))
    except RuntimeError as e:
        print(e)

loop.run_until_complete(again())
loop.close()
