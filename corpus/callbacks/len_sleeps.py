import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class L:
    def __init__(self, n): self.n = n
    def __len__(self):
        time.sleep(0.1)
        return self.n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError(i)
        return i * i

l = L(3)
print(len(l), since())
print(bool(l), bool(L(0)), not l, since())
if l: print('true', since())
print(list(reversed(l)), since())
print('x' if L(0) else 'y', since())
print(len(l) + len(l), since())
