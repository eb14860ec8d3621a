# A look-up is left in __eq__, and the dict changes meanwhile.
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
    def __hash__(self): return 7
    def __eq__(self, other):
        pause(f'{self} == {other}')
        return self.v == other.v

d = {}
run(lambda: [d.__setitem__(K(1), 'one'), d.__setitem__(K(2), 'two')])
run(lambda: d[K(2)])
run(lambda: d[K(2)], lambda n: d.clear() if n == 0 else None)
print(d)
d[K(1)] = 1
run(lambda: d.get(K(5), 'none'), lambda n: d.update({100 + n: n}) if n < 2 else None)
print(d)
run(lambda: d.pop(K(1)), fail_at=1)
run(lambda: d.setdefault(K(6), 'six'), lambda n: d.pop(100, None))
print(len(d), 100 in d, 101 in d)
run(lambda: K(1) in d)
run(lambda: {K(3): 'a', K(4): 'b', K(3): 'c'})
run(lambda: d == {101: 1})
both(lambda: d.get(K(6)), lambda: d.pop(K(6), None))
print(len(d))
