import asyncio

# A set of tasks is in the order of their hashes. In CPython a hash is an address, and a new task often gets that of one
# that is gone; in Simul it is the number of the object's creation, and never comes again.

async def work(n):
    return n

async def main():
    hashes = []
    for n in range(5):
        task = asyncio.create_task(work(n))
        hashes.append(hash(task))
        await task
        del task
    print('as many hashes as tasks:', len(set(hashes)) == len(hashes))
    print('later tasks come later:', hashes == sorted(set(hashes)))

asyncio.run(main())
