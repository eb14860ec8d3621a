import asyncio

async def f(): pass

async def main():
    for i in range(3):
        f()
        print(i)
    g = f
    g()
    print('another line')

asyncio.run(main())
