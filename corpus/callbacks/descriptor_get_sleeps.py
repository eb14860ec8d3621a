import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class G:
    def __get__(self, obj, owner):
        time.sleep(0.1)
        return f'got@{since()} {"class" if obj is None else "object"}'
class A:
    x = G()
    @property
    def p(self):
        time.sleep(0.1)
        return since()
    @property
    def f(self): return lambda: time.sleep(0.1) or since()

a = A()
print(a.x, A.x)
print(a.p, a.p + a.p, getattr(a, 'p'), hasattr(a, 'x'), since())
print(a.f(), since())
a.y = a.x
print(a.y, since())
