# A container is shown, and changes while one of its parts is.
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

class R:
    def __init__(self, v): self.v = v
    def __repr__(self):
        pause(f'repr {self.v}')
        return f'R{self.v}'

l = [R(1), R(2), R(3)]
run(lambda: repr(l))
run(lambda: repr(l), lambda n: l.pop() if n == 0 else None)
print(len(l))
run(lambda: str(l), lambda n: l.append(R(len(l) + 1)) if n < 2 else None)
run(lambda: repr(l), fail_at=2)
run(lambda: repr(l))
d = {'a': R('a'), 'b': R('b')}
run(lambda: f'{d}')
run(lambda: repr({1: (R(5),), R(6): [d]}))
run(lambda: repr((R(7),)) + repr({R(8)}) + ascii([R('ä')]))
l[:] = [R(1)]
l.append(l)
run(lambda: repr(l))
both(lambda: repr([R('x'), R('y')]), lambda: repr([R('p'), R('q')]))
