class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def make():
    d = D('captured')
    other = D('not captured')
    return lambda: d

f = make()
print('made')
print(f().name)
del f
print('function gone')
def two():
    d = D('shared')
    def a(): return d
    def b(): return d
    return a, b
a, b = two()
del a
print('one left')
del b
print('none left')
def default(x=D('default')): pass
del default
print('default gone')
def nl():
    d = D('old')
    def change():
        nonlocal d
        d = D('new')
        print('changed')
    change()
    print('leaving')
nl()
