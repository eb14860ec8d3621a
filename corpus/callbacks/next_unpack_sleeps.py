import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        time.sleep(0.1)
        if not self.n: raise StopIteration
        self.n -= 1
        return self.n

a, b = It(2)
print(a, b, since())
first, *rest = It(4)
print(first, rest, since())
*head, last = It(2)
print(head, last, since())
(x, y), z = It(2), 5
print(x, y, z, since())
print(*It(2), since())
print([*It(1), *It(1)], since())
def f(*args): return args
print(f(*It(2)), since())
try:
    a, b = It(9)
except ValueError as e:
    print(e, since())
