class Once:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        print('computing')
        v = obj.__dict__[self.name] = self.f(obj)
        return v
class A:
    @Once
    def x(self): return len(self.__dict__)
    @property
    def dies(self):
        del A.dies
        return 'last time'
    @property
    def grows(self):
        self.__dict__['n'] = self.__dict__.get('n', 0) + 1
        return self.n

a = A()
print(a.x, a.x, a.__dict__)
print(a.grows, a.grows, a.n)
print(a.dies)
try:
    a.dies
except AttributeError as e:
    print(e)
class Meth:
    calls = []
    @property
    def f(self):
        self.calls.append('get')
        return self.calls.append
m = Meth()
m.f(m.f)
print(len(m.calls), m.calls[:2])
