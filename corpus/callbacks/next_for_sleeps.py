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

for x in It(2):
    print(x, since())
else:
    print('else', since())
for i, x in enumerate(It(2)):
    print(i, x, since())
for a, b in zip(It(1), It(5)):
    print(a, b, since())
print([x for x in It(2) if x], {x: x for x in It(1)}, since())
g = (x for x in It(2))
print(next(g), since(), next(g), since(), next(g, 'end'), since())
print(next(It(1)), next(It(0), 'default'), since())
