# Comparisons of lists, tuples and dicts are left in those of their parts.
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

class E:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'E{self.v}'
    def __eq__(self, other):
        pause(f'{self} == {other}')
        return self.v == other.v
    def __lt__(self, other):
        pause(f'{self} < {other}')
        return self.v < other.v
    def __hash__(self): return 1

a, b = [E(1), E(2)], [E(1), E(3)]
run(lambda: (a == b, a != b, a < b))
run(lambda: a == b, lambda n: a.pop() if n == 0 else None)
print(a, b)
run(lambda: a == b, lambda n: b.clear())
a, b = [E(1)] * 2, [E(1)] * 2
run(lambda: (a == a, a == b))
run(lambda: (E(1), E(2)) < (E(1), E(3)))
run(lambda: {'k': E(1)} == {'k': E(1)})
d = {'x': E(1), 'y': E(2)}
run(lambda: d == {'x': E(1), 'y': E(2)}, lambda n: d.pop('y', None))
run(lambda: [E(1)] == [E(1)], fail_at=1)
run(lambda: E(1) < E(2) < E(0))
run(lambda: (E(1) > E(2), E(2) != E(2)))
both(lambda: [E(1)] == [E(1)], lambda: (E(2),) == (E(3),))
