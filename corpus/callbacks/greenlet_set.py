# Sets are left in __eq__ and in __hash__.
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
        return 7
    def __eq__(self, other):
        pause(f'{self} == {other}')
        return self.v == other.v

s = set()
run(lambda: [s.add(K(1)), s.add(K(2)), len(s)])
run(lambda: K(2) in s, lambda n: s.clear() if n == 1 else None)
print(s)
run(lambda: s.add(K(3)), lambda n: s.add(100 + n))
print(len(s), 100 in s)
run(lambda: s.discard(K(3)), fail_at=2)
print(len(s))
run(lambda: s.remove(K(4)))
run(lambda: {K(1), K(1)} == {K(1)})
run(lambda: len({K(1), K(2)} | {K(2), K(3)}))
run(lambda: frozenset([K(1)]).issubset([K(1)]))
both(lambda: s.pop() and len(s), lambda: K(3) in s)
