# run_in_executor, with the loop's pool and with one of the program's own.
import asyncio
import concurrent.futures
import threading
import time


def work(n):
    time.sleep(n)
    print(threading.current_thread().name, n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    first = loop.run_in_executor(None, work, 0.2)
    second = loop.run_in_executor(None, work, 0.1)
    print(type(first).__name__, first.done())
    print(await second, await first)
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        futures = [loop.run_in_executor(pool, work, n) for n in (0.3, 0.1)]
        print(futures[1].cancel(), await futures[0])
        print(await asyncio.gather(*futures, return_exceptions=True))
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix='own'))
    print(await asyncio.gather(*[loop.run_in_executor(None, work, 0.1) for _ in range(4)]))
    await loop.shutdown_default_executor()
    for executor in (None, pool):
        try:
            loop.run_in_executor(executor, work, 0)
        except RuntimeError as e:
            print(e)
    try:
        loop.set_default_executor(None)
    except TypeError as e:
        print(e)


asyncio.run(main())
