import asyncio

async def f(x):
    print('running', x)
    return x

c = f(1)
print(type(c).__name__, c.__name__, f.__name__)
print(asyncio.run(c))
try:
    asyncio.run(c)
except RuntimeError as e:
    print(e)
d = f(2)
d.close()
e = f(3)
try:
    e.send(None)
except StopIteration as s:
    print('StopIteration', s.value)
try:
    asyncio.run(5)
except ValueError as v:
    print(v)
