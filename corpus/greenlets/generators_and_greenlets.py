# Generators that are resumed by several greenlets, and greenlets that switch while a generator runs.
from greenlet import greenlet, getcurrent

main = getcurrent()
def numbers():
    n = 0
    while True:
        got = yield n, main.switch(f'before {n}')
        n += 1 if got is None else got

shared = numbers()
def taker(name):
    return name, next(shared)

a, b = greenlet(taker), greenlet(taker)
print(a.switch('a'))
try:
    print(b.switch('b'))
except ValueError as error:
    print(error)
print(a.switch('x'))
b = greenlet(taker)
print(b.switch('b'))
print(b.switch('y'))

def outer():
    yield 'first'
    yield from inner()
def inner():
    for i in range(2):
        yield main.switch(f'inner {i}')
g = greenlet(lambda: list(outer()))
print(g.switch(), g.switch('answer 0'), g.switch('answer 1'), g.dead)

def half():
    generator = outer()
    print(next(generator))
    main.switch(generator)
    print('half ends')
h = greenlet(half)
generator = h.switch()
k = greenlet(lambda: next(generator))
print('resumed elsewhere:', k.switch(), k.switch('from k'))
h.switch()
generator.close()

def closing():
    try:
        yield
    finally:
        print('closing waits', main.switch('in finally'))
def closes():
    c = closing()
    next(c)
    c.close()
    return 'closed'
c = greenlet(closes)
print(c.switch())
print(c.switch('enough'))
coroutine_log = []
async def talk():
    coroutine_log.append(main.switch('in a coroutine'))
    return 'talked'
def drive():
    try:
        talk().send(None)
    except StopIteration as stop:
        return stop.value
d = greenlet(drive)
print(d.switch(), d.switch('heard'), coroutine_log)
