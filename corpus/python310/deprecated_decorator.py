# The warning stands at the def, once a place, and only where __main__ causes it.
import asyncio
import warnings


def make():
    @asyncio.coroutine
    def inner():
        yield
    return inner


for _ in range(2):
    make()


@asyncio.coroutine

def apart(
    a=1,
):
    yield


class C:
    @asyncio.coroutine
    def method(self):
        return 1
    same = asyncio.coroutine(method)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    asyncio.coroutine(lambda: None)
    print([(str(one.message), one.category.__name__, one.lineno) for one in caught])
warnings.simplefilter('ignore')
asyncio.coroutine(len)
warnings.simplefilter('error')
asyncio.coroutine(len)
