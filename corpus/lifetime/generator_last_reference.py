class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def g(name):
    d = D('local of ' + name)
    try:
        yield 1
        yield 2
    finally:
        print('finally', name)

a = g('a')
next(a)
del a
print('after a')
b = g('b')
del b
print('b never started')
for x in g('loop'):
    print(x)
    break
print('after loop')
c = g('c')
print(list(c))
print('exhausted')
del c
d = g('d')
next(d)
d = None
print('--')
def f():
    e = g('e')
    next(e)
    print('leaving f')
f()
next(g('temporary'))
print('end')
