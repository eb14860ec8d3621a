# Subscripts wait: to get, to set, to delete, and in a loop by index.
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

class S:
    def __init__(self, *items): self.items = list(items)
    def __getitem__(self, i):
        pause(f'get {i}')
        return self.items[i]
    def __setitem__(self, i, value):
        pause(f'set {i} {value}')
        self.items[i] = value
    def __delitem__(self, i):
        pause(f'del {i}')
        del self.items[i]
class Missing(dict):
    def __missing__(self, key): return pause(f'missing {key}')

s = S(1, 2, 3)
run(lambda: (s[0], s[-1], s[1:]))
run(lambda: list(s), lambda n: s.items.pop() if n == 0 else None)
run(lambda: [x for x in s], lambda n: s.items.append(n) if n < 2 else None)
def changes():
    s[0] += 10
    s[1], s[2] = s[2], s[1]
    del s[0]
    return s.items
run(changes)
run(lambda: s[0], lambda n: s.items.clear())
s.items[:] = [1, 2]
run(lambda: sum(s), fail_at=2)
run(lambda: (2 in s, 5 in s))
def unpack():
    a, b = s
    return b, a
run(unpack)
m = Missing(a=1)
run(lambda: (m['a'], m['b'], m.get('b'), 'b' in m))
both(lambda: s[0], lambda: m['x'])
