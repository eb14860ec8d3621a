# Coroutines made of generators: asyncio.coroutine and yield from.
import asyncio

loop = asyncio.get_event_loop()


@asyncio.coroutine
def greet(name, seconds):
    print('hello', name)
    yield from asyncio.sleep(seconds)
    print('bye', name)
    return name.upper()


@asyncio.coroutine
def main():
    first = yield from greet('a', 1)
    print(first)
    both = yield from asyncio.gather(greet('b', 2), greet('c', 1))
    print(both)
    task = loop.create_task(greet('d', 1))
    print((yield from task))
    result = yield from asyncio.wait_for(greet('e', 0.5), 1)
    return result


print(loop.run_until_complete(main()))
loop.close()
