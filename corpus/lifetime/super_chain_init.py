class Base:
    def __init__(self): print('Base', type(self).__name__)
    def __del__(self): print('del', type(self).__name__)

class A(Base):
    def __init__(self):
        super().__init__()
        self.part = B()
class B(Base): pass

A()
print('--')
x = A()
x.part = None
print('part gone')
x = None
print('--')
class Slotted(Base):
    __slots__ = ('p', 'q')
s = Slotted()
s.p, s.q = B(), A()
del s
print('end')
