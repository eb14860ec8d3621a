import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class A:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'A({self.v})'
    def __radd__(self, o):
        time.sleep(0.1)
        print(o, '+', self, since())
        return self.v + o
    def __rmul__(self, o): time.sleep(0.1); return o * self.v
    def __rsub__(self, o): time.sleep(0.1); return o - self.v

print(1 + A(2), since())
print(10 - A(3), 2 * A(5), since())
print(sum([A(1), A(2), A(3)]), since())
class B(A):
    def __radd__(self, o):
        time.sleep(0.1)
        return 'the subclass is asked first'
class C:
    def __add__(self, o): time.sleep(0.1); return NotImplemented
print(C() + B('b'), since())
x = 5
x += A(1)
print(x, since())
