import asyncio
def greet(n):
    await asyncio.sleep(1)
