import asyncio

async def greet(name):
    print('hello', name)
    await asyncio.sleep(1)
    print('world', name)
    return name.upper()

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
print(loop.run_until_complete(greet('a')))
print(loop.run_until_complete(greet('b')))
print(loop.is_running(), loop.is_closed())
t = loop.create_task(greet('task'))
print(loop.run_until_complete(t), t.done())
loop.close()
print(loop.is_closed())
c = greet('closed')
try:
    loop.run_until_complete(c)
except RuntimeError as e:
    print(e)
c.close()
