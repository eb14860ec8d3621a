class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def f(a, *args, k=None, **kw):
    z = D('z')
    y = D('y')
    x = D('x')
    del y
    y = D('y2')
    print('leaving')

f(D('a'), D('args1'), D('args2'), k=D('k'), more=D('more'))
print('--')
def g():
    c = D('cell')
    p = D('plain')
    def inner(): return c
    q = D('q')
    print(inner().name)
g()
print('--')
def h():
    l = [D(1), D(2)]
    for x in l:
        pass
    l = None
    print('list dropped, x lives')
h()
