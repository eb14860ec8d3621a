import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class S:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, owner): return obj.__dict__[self.name]
    def __set__(self, obj, value):
        time.sleep(0.1)
        print('set', value, since())
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        time.sleep(0.1)
        print('delete', since())
class A:
    x = S()
    def __init__(self, x): self.x = x

a = A(1)
a.x = 2
a.x += 10
print(a.x, since())
setattr(a, 'x', 5)
del a.x
a.x, b = 7, 8
for a.x in range(2): pass
print(a.x, b, since())
class C:
    def __setattr__(self, k, v):
        time.sleep(0.1)
        object.__setattr__(self, k, v)
c = C()
c.y = 1
print(c.y, since())
