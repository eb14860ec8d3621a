# Formatting is left in __format__.
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

class F:
    def __init__(self, v): self.v = v
    def __format__(self, spec):
        pause(f'format {self.v} {spec!r}')
        return f'<{self.v}{spec}>'

x = F(1)
run(lambda: f'{F(1)}{F(2):abc}|{F(3):{F("w")}}')
run(lambda: '{0} {1:>3} {0.v}'.format(F(4), F(5)))
run(lambda: f'{F(6)} {F(7)}', fail_at=2)
def late():
    value = 'before'
    def change():
        nonlocal value
        value = pause('change')
        return 'changed to'
    return f'{value} {change()} {value}'
run(late)
run(lambda: format(F(8), 'x') + format(F(9)))
both(lambda: f'{F("a")}{F("b")}', lambda: f'{F("c")}{F("d")}')
