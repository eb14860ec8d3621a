import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __hash__(self):
        time.sleep(0.1)
        print('hash', self, since())
        return self.v
    def __eq__(self, other): return self.v == other.v

a, b = K(1), K(2)
s = {a, b}
print(a in s, since())
s.add(K(3))
s.discard(K(3))
print(len(s), since())
print(len(set([a, b, a])), since())
print(len(s | {a}), since())
print(len(frozenset(s)), since())
