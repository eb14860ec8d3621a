class Aw:
    def __init__(s, v): s.v = v
    def __await__(s):
        r = yield s.v
        return r
class ACM:
    async def __aenter__(s): print('aenter', await Aw('in')); return 'val'
    async def __aexit__(s, t, v, tb): print('aexit', t and t.__name__, await Aw('out')); return t is KeyError
async def f():
    async with ACM() as x:
        print(x, await Aw('body'))
    async with ACM():
        raise KeyError('swallowed')
    return 'done'
def drive(c, *vals):
    out = []
    try:
        out.append(c.send(None))
        for v in vals: out.append(c.send(v))
    except StopIteration as e: out.append(('ret', e.value))
    except Exception as e: out.append(repr(e))
    return out
print(drive(f(), 1, 2, 3, 4, 5, 6))
async def agen():
    try:
        for i in range(3):
            got = yield i
            print('got', got, await Aw('w%d' % i))
    finally:
        print('agen fin', await Aw('fin'))
async def g():
    async for x in agen():
        print('x', x)
        if x == 1: break
    return [x async for x in agen() if x % 2 == 0]
print(drive(g(), *range(20)))
async def h():
    a = agen()
    print(await a.__anext__(), await a.asend('s'))
    try: await a.athrow(ValueError('thrown'))
    except ValueError as e: print('out', e)
    try: await a.__anext__()
    except StopAsyncIteration: print('sai')
    a = agen(); await a.__anext__(); print(await a.aclose()); 
    return {k: v async for k, v in pairs()}, {k async for k, v in pairs()}, [y for x in [1, 2] for y in [await Aw(x)]]
async def pairs():
    yield 1, 2
    yield 3, 4
print(drive(h(), *range(20)))
async def bad():
    async with 5: pass
print(drive(bad()))
async def bad2():
    async for x in 5: pass
print(drive(bad2()))
async def bad3(): await 5
print(drive(bad3()))
async def bad4():
    with ACM(): pass
print(drive(bad4()))
class BadAw:
    def __await__(s): return 5
async def bad5(): await BadAw()
print(drive(bad5()))
c = f()
try: iter(c)
except TypeError as e: print(e)
try: [x for x in c]
except TypeError as e: print(e)
c.close()
try: c.send(None)
except RuntimeError as e: print(e)
async def ex():
    try: await Aw(1)
    except ValueError as e: print('in', e); return 'r'
c = ex(); c.send(None)
try: c.throw(ValueError('v'))
except StopIteration as e: print(e.value)
async def st(): raise StopIteration(1)
print(drive(st()))
async def agst():
    yield 1
    raise StopAsyncIteration
async def u():
    async for _ in agst(): pass
print(drive(u()))
c = agen()
try:
    for x in c: pass
except TypeError as e: print(e)
it = c.__anext__()
print(type(it).__name__, type(c).__name__, type(f).__name__)
try: it.send(None)
except StopIteration as e: print(e.value)
try: it.send(None)
except RuntimeError as e: print(e)
async def two():
    x = yield 1
    return
print(c.ag_running)
async def lst():
    return [await Aw(i) for i in range(2)], (await Aw(9)), {await Aw(1): await Aw(2)}
print(drive(lst(), *range(10)))
async def gexp():
    g = (await Aw(i) for i in range(2))
    print(type(g).__name__)
    return [x async for x in g]
print(drive(gexp(), *range(10)))
async def anx():
    a = agen()
    return await anext(a), await anext(a, 'd')
print(drive(anx(), *range(3)))
