import asyncio

async def f(n):
    print('never printed', n)

async def main():
    f(1)
    print('after 1')
    c = f(2)
    c = None
    print('after 2')
    asyncio.sleep(1)
    print('after 3')
    [f(4), f(5)]
    print('after 4 and 5')

asyncio.run(main())
f(6)
print('end')
