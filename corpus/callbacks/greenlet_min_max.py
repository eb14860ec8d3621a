# min and max are left in comparisons and keys.
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
    def __gt__(self, other):
        pause(f'{self} > {other}')
        return self.v > other.v

l = [N(2), N(3), N(1)]
run(lambda: min(l))
run(lambda: max(l), lambda n: l.append(N(9)) if n == 0 else None)
print(l)
run(lambda: max(l), lambda n: l.clear())
print(l)
run(lambda: min([1, 2], key=lambda x: pause(f'key {x}') * 0 - x))
run(lambda: max(3, 1, key=lambda x: pause('key') and x), fail_at=2)
run(lambda: min((), default=pause('made before')))
both(lambda: max(N(1), N(2)), lambda: min(N(3), N(4)))
