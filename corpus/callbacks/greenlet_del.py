# Objects end in code that waits; who let go of them waits too.
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

class D:
    def __init__(self, name): self.name = name
    def __del__(self):
        pause(f'del {self.name}')
        print('   ended', self.name)

def reassigned():
    x = D('first')
    x = D('second')
    return 'reassigned'
run(reassigned)
l = []
def cleared():
    l.extend([D('a'), D('b')])
    l.clear()
    return 'cleared'
run(cleared, lambda n: l.append(n))
print(l)
d = {}
def replaced():
    d['k'] = D('old')
    d['k'] = 'new'
    d.pop('k')
    return d
run(replaced, lambda n: print('  dict', d))
def thrown_in():
    x = D('x')
    x = None
    return 'an error in __del__ is told, and passed over'
run(thrown_in, fail_at=1)
def attribute():
    class A: pass
    a = A()
    a.b = D('attribute')
    del a.b
    a.c = D('with a')
    del a
    return 'attributes'
run(attribute)
run(lambda: (D('temporary'), 1)[1])
def unwinds():
    y = D('in the frame')
    raise KeyError('k')
def catches():
    try:
        unwinds()
    except KeyError as error:
        print('  caught', error)
    return 'after the handler'
run(catches)
