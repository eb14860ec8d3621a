class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def f():
    a = D('a')
    try:
        return D('result')
    finally:
        print('finally')

f()
print('--')
print(f().name)
print('--')
def g():
    x = D('x')
    return x.name + '!'
print(g())
def h(d):
    d = D('replaced')
    print('in h')
h(D('argument'))
print('--')
def chain(n):
    d = D(n)
    if n:
        chain(n - 1)
    print('leaving', n)
chain(2)
