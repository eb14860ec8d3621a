import asyncio

async def salute(who):
    print('good day', who)
    await asyncio.sleep(2)
    print('farewell', who)

async def everybody():
    await asyncio.gather(
        salute(4), salute(3), salute(2), salute(1))

asyncio.run(everybody())
