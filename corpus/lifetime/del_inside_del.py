class D:
    def __init__(self, name, next=None): self.name, self.next = name, next
    def __del__(self):
        print('begin', self.name)
        self.next = None
        print('end', self.name)

d = D(1, D(2, D(3)))
del d
print('--')
class P(D):
    def __del__(self): print('P', self.name)
d = P('a', P('b', P('c')))
del d
print('--')
class T(D):
    def __del__(self):
        D('temporary in del of ' + self.name)
        print('T', self.name)
d = T('t')
del d
