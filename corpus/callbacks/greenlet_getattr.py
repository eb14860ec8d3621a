# Attributes are fetched by code that waits.
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
    here = 'here'
    def __getattr__(self, name):
        got = pause(f'getattr {name}')
        if name.startswith('no'):
            raise AttributeError(name)
        return f'{name}{got}'
class B:
    def __getattribute__(self, name):
        pause(f'getattribute {name}')
        return object.__getattribute__(self, name)
    def method(self): return 'method'
class C:
    def __setattr__(self, name, value): object.__setattr__(self, name, pause(f'set {name}'))
    def __delattr__(self, name):
        pause(f'del {name}')
        object.__delattr__(self, name)

a, b, c = A(), B(), C()
run(lambda: (a.here, a.one, a.two))
run(lambda: a.late, lambda n: setattr(a, 'late', 'set meanwhile'))
run(lambda: (a.late, getattr(a, 'nothing', 'default'), hasattr(a, 'nope'), getattr(a, 'yes')))
run(lambda: a.no)
run(lambda: getattr(a, 'x', 'default'), fail_at=1)
b.x = 1
run(lambda: (b.x, b.method(), b.__class__.__name__))
def sets():
    c.x = 'x'
    c.y = c.x
    del c.x
    return vars(c)
run(sets)
def more():
    c.z += 1
c.__dict__['z'] = 1
run(more, lambda n: c.__dict__.clear())
print(vars(c))
run(lambda: A().anything.upper())
both(lambda: a.p + a.q, lambda: b.x)
