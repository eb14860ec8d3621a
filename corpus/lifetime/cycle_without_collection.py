class N:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

class M(N):
    pass
def f():
    a = M('alone')
    print('no cycle')
f()
a, b = N('a'), N('b')
a.other, b.other = b, a
a.other = None
print('cycle opened')
del a
print('a is held by b')
del b
print('end')
