import asyncio

async def main():
    results = []
    def make(n):
        async def job():
            await asyncio.sleep(n / 10)
            results.append(n)
            return lambda: n * 10
        return job
    jobs = [make(i)() for i in (3, 1, 2)]
    fs = await asyncio.gather(*jobs)
    print(results, [f() for f in fs])
    total = 0
    async def add(n):
        nonlocal total
        before = total
        await asyncio.sleep(0)
        total = before + n
    await asyncio.gather(*[add(1) for _ in range(5)])
    print('lost updates:', total)

asyncio.run(main())
