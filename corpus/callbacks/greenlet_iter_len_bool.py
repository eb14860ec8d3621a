# What asks for an iterator, a length, a truth or a number is left while it waits.
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

class C:
    def __init__(self, *items): self.items = list(items)
    def __iter__(self):
        pause('iter')
        return iter(self.items)
    def __len__(self):
        pause('len')
        return len(self.items)
    def __bool__(self):
        pause('bool')
        return bool(self.items)
    def __index__(self):
        pause('index')
        return len(self.items)
    def __hash__(self):
        pause('hash')
        return 5
    def __length_hint__(self): return 1

c = C(1, 2)
run(lambda: list(c), lambda n: c.items.append(n + 3))
run(lambda: len(c), lambda n: c.items.clear())
run(lambda: (bool(c), not c, 'yes' if c else 'no'), lambda n: c.items.append(n) if n == 1 else None)
def conditions():
    while c:
        c.items.pop()
    return c and 1, c or 2
run(conditions)
run(lambda: 'abc'[C(1)], fail_at=1)
run(lambda: ('abc'[C(1)], [1, 2, 3][C(1):], range(C(1, 2))[-1], hex(C(1, 2, 3))))
run(lambda: [x for x in (C(), C(1)) if x] and hash(C()))
def asserts():
    assert C(1), 'fine'
    assert C(), pause('message')
run(asserts)
both(lambda: sorted(C(2, 1)), lambda: len(C(1)) + len(C(2)))
