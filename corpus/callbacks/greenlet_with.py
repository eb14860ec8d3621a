# with waits in __enter__ and in __exit__; what was looked up before stays.
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

class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        pause(f'enter {self.name}')
        return self.name
    def __exit__(self, kind, error, traceback):
        pause(f'exit {self.name} {error!r}')
        return self.swallow

def two():
    with M('a') as a, M('b') as b:
        return a + b
run(two)
def swallows():
    with M('a'), M('s', True):
        raise ValueError('v')
    return 'on'
run(swallows)
run(two, fail_at=1)
run(two, fail_at=2)
run(two, fail_at=3)
run(two, fail_at=4)
def replaced(n):
    if n == 0:
        M.__exit__ = lambda self, *what: print('  the new exit', self.name)
old = M.__exit__
run(two, replaced)
M.__exit__ = old
def loops():
    got = []
    for n in range(2):
        with M(n):
            if n == 0:
                continue
            got.append(n)
            break
    return got
run(loops)
both(two, swallows)
