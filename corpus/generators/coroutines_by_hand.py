# async def without a loop: send, throw, close, own awaitables, and what await gives back.
class Ask:
    def __init__(self, question): self.question = question
    def __await__(self):
        answer = yield self.question
        return answer.upper() if isinstance(answer, str) else answer

async def talk(name):
    first = await Ask(f'{name}: how are you?')
    second = await Ask(f'{name}: {first}? and the weather?')
    return f'{name} heard {first} and {second}'

c = talk('Ada')
print(c.send(None))
print(c.send('well'))
try:
    c.send('rain')
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)

async def guarded():
    try:
        return await Ask('q')
    except KeyError as error:
        return 'caught ' + repr(error), await Ask('again')
    finally:
        print('finally')
c = guarded()
c.send(None)
print(c.throw(KeyError('k')), c.cr_running, c.cr_await is not None)
try:
    c.send(5)
except StopIteration as stop:
    print(stop.value, c.cr_frame)
c = guarded()
c.send(None)
print(c.close(), c.close())
fresh = guarded()
fresh.close()
print('a fresh one runs nothing')

async def deep(n): return (await deep(n - 1) if n else await Ask('bottom')) + 1
c = deep(50)
print(c.send(None))
try:
    c.send(100)
except StopIteration as stop:
    print(stop.value)

class NotIterator:
    def __await__(self): return 5
class Empty:
    def __await__(self): return iter(())
async def waits(x): return await x
for x in NotIterator(), Empty(), 5, None, [1], waits(Empty()):
    c = waits(x)
    try:
        c.send(None)
    except StopIteration as stop:
        print('returned', stop.value)
    except TypeError as error:
        print(error)
one = waits(Ask('once'))
one.send(None)
async def second(): await one
try:
    second().send(None)
except RuntimeError as error:
    print(error)
one.close()
