import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class C:
    def __init__(self, n=0):
        time.sleep(0.1)
        self.n = n
    def __call__(self, x):
        time.sleep(0.1)
        return x + self.n

c = C(10)
print(c(1), c(2), since())
print(list(map(c, [1, 2])), since())
print(list(filter(lambda x: c(x) > 11, [1, 2])), since())
print(sorted([2, 1], key=c), since())
print([C(i).n for i in range(2)], list(map(C, [5]))[0].n, since())
class N:
    def __new__(cls):
        time.sleep(0.1)
        return object.__new__(cls)
print(type(N()).__name__, since())
print(list(iter(lambda: time.sleep(0.1) or round(since(), 1) >= 1.8, True)), since())
def deco(f):
    time.sleep(0.1)
    return f
@deco
@deco
def g(): return since()
print(g())
