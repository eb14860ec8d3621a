# asyncio.wait still takes coroutines, and warns.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    done, pending = await asyncio.wait([job(1)])
    print([task.result() for task in done], len(pending))
    done, pending = await asyncio.wait({job(2)}, timeout=1)
    print(len(done), len(pending))
    pending.pop().cancel()
    done, pending = await asyncio.wait({asyncio.ensure_future(job(1))})
    print(len(done), len(pending))


asyncio.run(main())
