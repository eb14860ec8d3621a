class A:
    def __getattr__(self, name):
        print('compute', name)
        self.__dict__[name] = value = len(self.__dict__)
        return value

a = A()
print(a.x, a.x, a.y, a.__dict__)
class B:
    def __getattr__(self, name):
        setattr(B, name, 'now on the class')
        return 'first time'
b = B()
print(b.z, b.z, B.z)
class Once:
    def __getattr__(self, name):
        del Once.__getattr__
        return 'once'
o = Once()
print(o.p)
try:
    o.p
except AttributeError as e:
    print(e)
class C:
    def __init__(self): self.items = [1, 2, 3]
    def __getattr__(self, name):
        self.items.pop()
        return self.items
c = C()
print(c.q, c.r, len(c.items))
