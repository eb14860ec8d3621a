# What is a coroutine function, and what a coroutine.
import asyncio
import inspect
import types


@asyncio.coroutine
def decorated():
    yield from asyncio.sleep(0)


@asyncio.coroutine
def plain():
    return 1


@types.coroutine
def marked():
    yield


def generator():
    yield


async def native():
    pass


for f in (decorated, plain, marked, generator, native, len):
    print(f.__name__, asyncio.iscoroutinefunction(f), inspect.iscoroutinefunction(f), inspect.isgeneratorfunction(f))
for f in (decorated, plain, marked, generator, native):
    made = f()
    print(f.__name__, asyncio.iscoroutine(made), inspect.iscoroutine(made), inspect.isgenerator(made), inspect.isawaitable(made),
          type(made).__name__)
    made.close()


def before():
    yield


same = types.coroutine(before)
print(same is before, bool(before.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE))
