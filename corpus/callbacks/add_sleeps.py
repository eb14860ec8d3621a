import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class A:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'A({self.v})'
    def __add__(self, o):
        time.sleep(0.1)
        print(self, '+', o, since())
        return A(self.v + (o.v if isinstance(o, A) else o))
    def __iadd__(self, o):
        time.sleep(0.1)
        print(self, '+=', o, since())
        self.v += o
        return self
    def __neg__(self): time.sleep(0.1); return A(-self.v)
    def __mul__(self, o): time.sleep(0.1); return A(self.v * o)
    def __getitem__(self, i): time.sleep(0.1); return i

a = A(1)
print(a + 1 + 2, since())
a += 5
print(a, -a, a * 3, since())
print(sum([A(1), A(2)], A(0)), since())
print(a[0] + a[1], since())
a.v += a[2]
print(a, since())
