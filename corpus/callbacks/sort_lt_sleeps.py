import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'N{self.v}'
    def __lt__(self, other):
        time.sleep(0.1)
        print(self, '<', other, since())
        return self.v < other.v

l = [N(3), N(1), N(2)]
l.sort()
print(l, since())
print(sorted(l, reverse=True), since())
print(min(l), since())
