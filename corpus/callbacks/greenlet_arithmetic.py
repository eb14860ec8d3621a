# Operators are left in their methods, the reflected and the in-place ones too.
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

class A:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'A{self.v}'
    def __add__(self, other):
        pause(f'{self} + {other}')
        return A(self.v + other.v) if isinstance(other, A) else NotImplemented
    def __radd__(self, other):
        pause(f'{other} r+ {self}')
        return A(other + self.v)
    def __iadd__(self, other):
        pause(f'{self} += {other}')
        self.v += other
        return self
    def __neg__(self): return A(-pause('neg') * self.v)
    def __mul__(self, n): return [self] * pause('mul')
    def __pow__(self, n, mod=None): return (pause('pow'), n, mod)
    def __divmod__(self, n): return pause('divmod'), n
    def __round__(self, n=None): return pause('round'), n
    def __float__(self): return float(pause('float'))
    def __matmul__(self, other): return pause('matmul')

a = A(1)
run(lambda: a + A(2) + A(3))
run(lambda: 5 + a, lambda n: setattr(a, 'v', 100))
def in_place():
    x = a
    x += 7
    return x is a, x
run(in_place)
l = [A(1), A(2)]
def item():
    l[0] += 1
    return l
run(item, lambda n: l.reverse())
run(lambda: sum(l, A(0)), lambda n: l.append(A(50)) if n == 0 else None)
run(lambda: sum(l), fail_at=2)
run(lambda: (-a, a * 2, a ** 2, pow(a, 2, 3), divmod(a, 4), round(a), round(a, 1), float(a), a @ a))
run(lambda: a + 'text')
both(lambda: A(1) + A(2), lambda: 1 + A(2))
