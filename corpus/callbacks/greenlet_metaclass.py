# isinstance, issubclass and class calls wait in their metaclass.
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

class Meta(type):
    def __instancecheck__(cls, x): return pause(f'instance {x!r}') and x == 5
    def __subclasscheck__(cls, c): return pause(f'subclass {c.__name__}') and c is int
    def __call__(cls, *args):
        pause(f'call {args}')
        return super().__call__(*args)
    def __new__(meta, name, bases, body):
        pause(f'new class {name}')
        return super().__new__(meta, name, bases, body)
    def __prepare__(name, bases):
        pause(f'prepare {name}')
        return {}
    def __iter__(cls): return iter((pause('iterate a class'), 2))
    def __len__(cls): return pause('length of a class')

def makes():
    class Five(metaclass=Meta):
        x = pause('body')
    return Five
five = []
run(lambda: five.append(makes()))
Five, = five
run(lambda: (isinstance(5, Five), isinstance(6, (str, Five)), issubclass(int, Five), issubclass(str, Five)))
run(lambda: type(Five()).__name__)
run(lambda: isinstance(5, Five), fail_at=1)
run(lambda: (list(Five), len(Five)))
def in_except():
    try:
        raise ValueError('v')
    except Five:
        return 'a handler asks no metaclass'
run(in_except)
run(lambda: makes().x, fail_at=3)
both(lambda: isinstance(5, Five), lambda: issubclass(int, Five))
