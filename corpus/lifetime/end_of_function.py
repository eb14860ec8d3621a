class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def f():
    a = D('a')
    b = D('b')
    c = D('c')
    print('body')

def g(x, y):
    z = D('z')
    print('g')
    return 'result of g'

f()
print('after f')
print(g(D('x'), D('y')))
def h():
    a = D('kept')
    return a
k = h()
print('still', k.name)
