# A sort is left in its key and in its comparisons; the list is empty as long as it is under way.
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

class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'N{self.v}'
    def __lt__(self, other):
        pause(f'{self} < {other}')
        return self.v < other.v

l = [3, 1, 2]
run(lambda: l.sort(key=lambda x: pause(f'key {x}') and -x), lambda n: print('  list', l))
print(l)
run(lambda: l.sort(key=lambda x: pause('key') and x), lambda n: l.append(n))
print(l)
run(lambda: l.sort(key=lambda x: pause('key') and x), fail_at=2)
print(l)
m = [N(3), N(1), N(2)]
run(lambda: m.sort(), lambda n: print('  list', m))
print(m)
run(lambda: sorted(m, reverse=True), lambda n: m.pop() if n == 0 else None)
print(m)
run(lambda: m.sort(), fail_at=1)
print(m)
both(lambda: sorted([N(2), N(1)]), lambda: sorted('ba', key=lambda c: pause(c)and c or c))
both(lambda: m.sort(), lambda: m.sort())
print(m)
