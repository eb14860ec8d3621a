import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class C:
    def __init__(self, *items): self.items = items
    def __iter__(self):
        time.sleep(0.1)
        return iter(self.items)

c = C(1, 2)
print(list(c), since())
for x in c: print(x, since())
a, b = c
print(a, b, sum(c), max(c), since())
print([*c], {*c} == {1, 2}, (*c,), since())
print(list(zip(c, c)), list(map(str, c)), sorted(c, reverse=True), since())
print(2 in c, '-'.join(C('a', 'b')), since())
print([x for x in c for y in c], since())
l = []
l.extend(c)
def g(): yield from c
print(l, list(g()), dict(C(('k', 1))), since())
