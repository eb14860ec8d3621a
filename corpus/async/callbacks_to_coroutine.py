# A library that knows callbacks only, and how a future makes it something to await.
import asyncio

class OldDownloader:
    def __init__(self, loop): self.loop = loop
    def get(self, name, on_done, on_error):
        if name.startswith('/missing'):
            self.loop.call_later(0.2, on_error, LookupError(name))
        else:
            self.loop.call_later(len(name) / 10, on_done, name.upper())

async def get(downloader, name):
    future = asyncio.get_running_loop().create_future()
    def settle(set_it, value):
        if not future.done():
            set_it(value)
        else:
            print('nobody waits for', name, 'any more')
    downloader.get(name, lambda value: settle(future.set_result, value),
                   lambda error: settle(future.set_exception, error))
    return await future

async def main():
    downloader = OldDownloader(asyncio.get_running_loop())
    print(await get(downloader, '/index'))
    try:
        await get(downloader, '/missing/page')
    except LookupError as error:
        print('error', error)
    print(await asyncio.gather(*(get(downloader, n) for n in ('/long/name', '/b', '/missing')),
                               return_exceptions=True))
    task = asyncio.create_task(get(downloader, '/slow/and/cancelled'))
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')
    await asyncio.sleep(3)

asyncio.run(main())
