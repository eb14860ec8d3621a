class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

class A:
    x = D('class attribute')
A.x = D('replaced')
print('--')
a = A()
a.x = D('instance')
del a.x
print('--')
A.x = None
print('--')
def f(d=D('default')):
    d = None
    return 'f'
print(f())
f.__defaults__ = None
print('defaults gone')
def g(): pass
g.attr = D('function attribute')
del g
print('end')
