# An async generator without a loop: each asend is an awaitable of its own.
class Pause:
    def __init__(self, name): self.name = name
    def __await__(self): return (yield self.name)

async def ticks(n):
    try:
        for i in range(n):
            got = await Pause(f'wait {i}')
            print('got', got)
            sent = yield i * i
            print('sent', sent)
    except ValueError as error:
        print('caught', error)
        yield 'after the error'
    finally:
        await Pause('cleaning')
        print('clean')

def drive(awaitable, *values):
    values = iter(values)
    try:
        what = awaitable.send(None)
        while True:
            print('  paused:', what)
            what = awaitable.send(next(values, None))
    except StopIteration as stop:
        return 'value', stop.value
    except StopAsyncIteration:
        return 'end'

g = ticks(2)
print(drive(g.__anext__(), 'x'))
print(drive(g.asend('hello'), 'y'))
print(drive(g.asend(None)))
print(drive(g.__anext__()))
g = ticks(5)
print(drive(g.__anext__()))
print(drive(g.athrow(ValueError('v'))))
print(drive(g.aclose()))
print(drive(g.aclose()), g.ag_frame, g.ag_running)
g = ticks(1)
step = g.asend('too early')
try:
    step.send(None)
except TypeError as error:
    print(error)
h = ticks(1)
one, two = h.__anext__(), h.__anext__()
print(one.send(None), h.ag_running)
try:
    two.send(None)
except RuntimeError as error:
    print(error)
print(drive(one) if False else 'one is left')
one.close()
try:
    one.send(None)
except RuntimeError as error:
    print(error)
async def collect(): return [x async for x in ticks(2)]
print(drive(collect(), 1, 2))
