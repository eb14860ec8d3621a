import types

@types.coroutine
def switch(value):
    got = yield value
    if got == 'bad':
        raise ValueError('bad was sent')
    return got

async def inner():
    return [await switch(1), await switch(2)]

async def outer():
    async def middle():
        return await inner()
    return await middle()

c = outer()
print(c.send(None), c.send('good'))
c.send('bad')
