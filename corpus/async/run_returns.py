import asyncio

async def main(x):
    print('in main', x)
    await asyncio.sleep(0.5)
    return x * 2

print(asyncio.run(main(21)))
print(asyncio.run(main('ab')))

async def nothing():
    pass

print(asyncio.run(nothing()))

async def fails():
    await asyncio.sleep(0.25)
    raise ValueError('from the coroutine')

try:
    asyncio.run(fails())
except ValueError as e:
    print('caught', e)
print('end')
