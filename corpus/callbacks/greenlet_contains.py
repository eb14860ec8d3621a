# in, index, count and remove are left in __contains__ and __eq__.
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
        return self.v == getattr(other, 'v', other)
class C:
    def __contains__(self, x): return pause(f'contains {x}') == x

l = [E(1), E(2), E(3)]
run(lambda: 2 in l)
run(lambda: 9 in l, lambda n: l.pop() if n == 0 else None)
print(l)
run(lambda: l.index(2), lambda n: l.insert(0, E(0)) if n == 0 else None)
print(l)
run(lambda: l.count(1), lambda n: l.append(E(1)) if n == 0 else None)
print(l)
run(lambda: l.remove(1), lambda n: l.clear() if n == 1 else None)
print(l)
l[:] = [E(1), E(2)]
run(lambda: l.remove(2), fail_at=2)
print(l)
run(lambda: (1 in C(), 5 not in C(), 2 in (E(1), E(2))))
run(lambda: [E(1), E(2)] == [1, 3])
both(lambda: l.remove(1), lambda: l.remove(1))
print(l)
