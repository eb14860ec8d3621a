import asyncio

async def inner():
    return 1

async def main():
    c = inner()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)

asyncio.run(main())
try:
    asyncio.create_task(None)
except RuntimeError as e:
    print(e)
