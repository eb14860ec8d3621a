# Calls wait: __call__, __init__, __new__, decorators, class creation, and what natives call.
from greenlet import greenlet, getcurrent

main = getcurrent()
def pause(word): return main.switch(word)

def run(function, between=lambda n: None, fail_at=None):
    """In a greenlet; at each of its switches something happens in between, or an error is thrown in."""
    g, n = greenlet(function), 0
    word = g.switch()
    while not g.dead:
        print('  ', n, word)
        between(n)
        n += 1
        try:
            word = g.throw(LookupError(f'thrown at {n}')) if n == fail_at else g.switch(n)
        except Exception as error:
            print('  out:', repr(error))
            return
    print('=>', word)

def both(*functions):
    """Several at once, a step each."""
    under_way = [greenlet(function) for function in functions]
    while under_way:
        for g in list(under_way):
            word = g.switch()
            print('  ', word)
            if g.dead:
                under_way.remove(g)

import functools

class C:
    def __new__(cls, *args):
        pause(f'new {args}')
        return super().__new__(cls)
    def __init__(self, n=0): self.n = n + pause('init')
    def __call__(self, x): return x + pause('call') * 100

run(lambda: C(10)(5))
run(lambda: [C().n for _ in range(2)])
run(lambda: C(1), fail_at=2)
c = object.__new__(C)
run(lambda: (list(map(c, [1, 2])), sorted([2, 1], key=c), list(filter(c, [0]))))
run(lambda: functools.reduce(lambda a, b: a * 10 + b + pause('reduce') * 0, [1, 2, 3]))
run(lambda: functools.partial(c, 7)())
run(lambda: list(iter(lambda: pause('iter'), 3)))
def decorated():
    def deco(f):
        pause('decorate ' + f.__name__)
        return f
    @deco
    @deco
    def g(): return 'g'
    @deco
    class K: pass
    return g(), K.__name__
run(decorated)
def made():
    class Base:
        def __init_subclass__(cls, **keywords): cls.made = pause('init_subclass'), keywords
    class Sub(Base, flag=True): pass
    return Sub.made
run(made)
@functools.lru_cache(None)
def cached(n): return pause(f'cached {n}') + n
run(lambda: (cached(1), cached(1), cached(2)))
both(lambda: cached(5), lambda: cached(5))
print(cached(5), cached.cache_info())
