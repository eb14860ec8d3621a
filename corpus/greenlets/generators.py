# Generators and switches: one that runs is running for everybody; one that waits can be gone on with by anybody.
from greenlet import getcurrent, greenlet


def numbers():
    n = 0
    while True:
        main.switch('in the generator')
        n += 1
        yield n


def takes(name):
    print(name, 'got', next(gen))
    print(name, 'got', next(gen))


main = getcurrent()
gen = numbers()
g = greenlet(takes)
print(g.switch('g'))
print(gen.gi_running)
try:
    next(gen)
except ValueError as e:
    print('ValueError:', e)
try:
    gen.close()
except ValueError as e:
    print('ValueError:', e)
print(g.switch())
h = greenlet(takes)
try:
    h.switch('h')
except ValueError as e:
    print('left h:', e, h.dead)
g.switch()
print(g.dead, gen.gi_running)
k = greenlet(lambda: next(gen))
print(k.switch())
print(k.switch(), k.dead)


def walks():
    return [n for n in (main.switch(i) for i in range(3))]


w = greenlet(walks)
print(w.switch(), w.switch('a'), w.switch('b'), w.switch('c'))


def with_finally():
    try:
        yield 1
    finally:
        print('finally', main.switch('out of finally'))


def closes():
    it = with_finally()
    print(next(it))
    it.close()
    print('closed')


c = greenlet(closes)
print(c.switch())
c.switch('back')
print(c.dead)
