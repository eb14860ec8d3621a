# A look-up is left in __hash__, before it has begun.
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

class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __hash__(self):
        pause(f'hash {self}')
        return self.v
    def __eq__(self, other): return self.v == other.v

d = {}
def fill():
    d[K(1)] = 'one'
    d[K(2)] = 'two'
    return dict(d), d.get(K(1)), K(2) in d
run(fill, lambda n: print('  has', len(d)))
run(lambda: d[K(1)], lambda n: d.clear())
print(d)
run(lambda: d.update({K(3): 3}), fail_at=1)
run(lambda: d.setdefault(K(4), []).append(1), lambda n: d.update(x=n))
print(d)
run(lambda: {(K(1), 2): 'tuple'}[K(1), 2])
run(lambda: dict.fromkeys([K(1), K(5), K(1)], 0))
run(lambda: hash(frozenset([K(1)])) == hash(frozenset([1])))
both(lambda: d.pop(K(4), 'gone'), lambda: d.pop(K(4), 'gone'))
print(d)
