l = [1, 2]
class A:
    def __radd__(self, o):
        l.append(o)
        return len(l)
print(10 + A(), l)
print(sum([A(), A(), A()]), l)
class B:
    def __add__(self, o):
        self.__class__ = Changed
        return NotImplemented
class Changed:
    def __repr__(self): return 'changed'
class R:
    def __radd__(self, o): return ('R got', o)
print(B() + R())
m = [R(), R()]
class Clears:
    def __radd__(self, o):
        m.clear()
        return o
m.insert(0, Clears())
print(sum(m), m)
class Base:
    def __add__(self, o): return 'Base add'
class Sub(Base):
    def __radd__(self, o):
        l.clear()
        return 'Sub radd goes first'
print(Base() + Sub(), Sub() + Base(), l)
