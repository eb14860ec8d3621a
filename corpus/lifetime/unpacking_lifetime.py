class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

a, b = D('a'), D('b')
a, b = D('a2'), D('b2')
print('replaced')
[a, b] = b, a
print('swapped')
a, *b = D('x'), D('y'), D('z')
print('starred')
a = b = None
print('--')
def f():
    x, y = D('fx'), D('fy')
    x = y = None
    print('in f')
f()
def args(*a): print(len(a))
args(*[D(1), D(2)])
print('end')
