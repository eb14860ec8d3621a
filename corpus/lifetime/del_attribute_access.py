class D:
    count = 0
    def __init__(self, name):
        self.name = name
        D.count += 1
    def __del__(self):
        D.count -= 1
        print('del', self.name, 'left', D.count)

a, b = D('a'), D('b')
print(D.count)
del a
print(D.count)
class E(D):
    def __del__(self):
        print('E first')
        super().__del__()
e = E('e')
del e
b.other = D('inner')
del b
print(D.count)
class NoInit:
    def __init__(self): raise ValueError('half made')
    def __del__(self): print('del of a half made object')
try:
    NoInit()
except ValueError as v:
    print(v)
print('end')
