import asyncio

async def inner():
    await asyncio.sleep(0.5)
    return {}['missing']

async def main():
    try:
        await inner()
    finally:
        print('finally')

print('start')
asyncio.run(main())
