import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class A:
    here = 'here'
    def __getattr__(self, name):
        time.sleep(0.1)
        if name.startswith('no'): raise AttributeError(name)
        return f'{name}@{since()}'

a = A()
print(a.here, since())
print(a.missing, a.other)
print(hasattr(a, 'nope'), getattr(a, 'nothing', 'default'), getattr(a, 'yes'), since())
try:
    a.no
except AttributeError as e:
    print(e, since())
class B:
    def __getattribute__(self, name):
        time.sleep(0.1)
        return object.__getattribute__(self, name)
b = B()
b.x = 1
print(b.x, b.x, since())
class C:
    def __getattr__(self, name): return lambda *args: time.sleep(0.1) or (name, args)
print(C().anything(1, 2), since())
