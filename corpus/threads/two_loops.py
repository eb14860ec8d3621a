# A loop a thread: each sleeps for itself.
import asyncio
import threading
import time


async def beat(name, every):
    for i in range(3):
        await asyncio.sleep(every)
        print(name, i)
    time.sleep(0.1)
    return name


def run(name, every):
    print(asyncio.run(beat(name, every)))


threads = [threading.Thread(target=run, args=pair) for pair in [('a', 0.2), ('b', 0.3)]]
for thread in threads:
    thread.start()
print(asyncio.run(beat('main', 0.25)))
for thread in threads:
    thread.join()
