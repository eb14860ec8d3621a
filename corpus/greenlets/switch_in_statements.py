# A switch in the midst of each kind of statement and expression; the main greenlet answers with numbers.
from greenlet import greenlet, getcurrent
from contextlib import contextmanager

main = getcurrent()
def ask(word): return main.switch(word)

class Manager:
    def __enter__(self): return ask('enter')
    def __exit__(self, *what):
        print('exit with', ask('exit'), what[0])
        return True

@contextmanager
def managed():
    value = ask('before')
    try:
        yield value
    finally:
        print('after', ask('after'))

def wrap(name):
    factor = ask('decorator ' + name)
    def decorate(function):
        ask('decorating')
        return lambda *args: function(*args) * factor
    return decorate

class Thing:
    shared = 0
    @property
    def size(self): return ask('property')
    @size.setter
    def size(self, value): self.set = value, ask('setter')
    def __getattr__(self, name): return ask('missing ' + name)
    def __call__(self, x): return ask('call') + x
    def __getitem__(self, key): return ask(f'item {key}')

def everything():
    print([ask(f'list {i}') for i in range(2)], {ask('key'): ask('value') for _ in 'x'}, {ask('set')})
    print(sum(ask('generator') for _ in range(2)), tuple(map(ask, 'ab')), *(ask('star'),))
    with Manager() as value:
        print('in with', value)
        raise ValueError
    with managed() as value:
        print('managed', value)
    @wrap('one')
    def times(x): return x
    print(times(10))
    thing = Thing()
    thing.size = thing.size + 1
    print(thing.set, thing.colour, thing(1), thing[ask('index')])
    class Made(Thing if ask('base') else object):
        number = ask('body')
    print(Made.number, Made.__mro__[1].__name__)
    def defaults(a=ask('default')): return a
    print(defaults(), f'{ask("f")}{ask("g"):>4}', ask('left') < ask('middle') < ask('right'))
    if ask('if') and not ask('and'):
        print('never')
    while ask('while') < 32:
        try:
            ask('try')
            1 / 0
        except (ask('class') and ZeroDivisionError):
            print('except', ask('handler'))
        finally:
            ask('finally')
    for i in range(ask('range') - 34):
        ask('loop')
        break
    assert ask('assert'), ask('never')
    a, b = ask('first'), ask('second')
    del thing.__dict__['set' if ask('del') else '']
    return lambda: ask('lambda'), a, b

g = greenlet(everything)
asked, n = g.switch(), 0
words = []
while not g.dead:
    words.append(asked)
    n += 1
    asked = g.switch(n)
print(n, len(words), words[:6], words[-3:])
print(asked[1:], asked[0].__name__)
