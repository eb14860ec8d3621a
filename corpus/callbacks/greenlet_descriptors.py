# Properties and other descriptors wait.
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

class D:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, owner):
        got = pause(f'get {self.name}')
        return self if obj is None else (obj.__dict__.get(self.name), got)
    def __set__(self, obj, value):
        pause(f'set {self.name} {value}')
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        pause(f'delete {self.name}')
        del obj.__dict__[self.name]
class A:
    x = D()
    @property
    def p(self): return pause('property')
    @p.setter
    def p(self, value): self.set = pause('setter'), value
    @classmethod
    def c(cls): return pause('classmethod'), cls.__name__
    @staticmethod
    def s(): return pause('staticmethod')

a = A()
def all_of_it():
    a.x = 1
    first = a.x
    a.p = a.p
    return first, a.set, a.c(), A.s(), a.s()
run(all_of_it)
run(lambda: a.x, lambda n: a.__dict__.update(_x='changed meanwhile'))
def deletes():
    del a.x
run(deletes, fail_at=1)
run(deletes, lambda n: a.__dict__.clear())
run(lambda: type(A.x).__name__)
def unpacks():
    a.x, b = 7, 8
    for a.x in range(2): pass
    return a.x
run(unpacks)
run(lambda: getattr(a, 'p', 'default') and hasattr(A, 'x'))
both(lambda: setattr(a, 'x', 'one'), lambda: setattr(a, 'x', 'two'))
print(a.__dict__)
