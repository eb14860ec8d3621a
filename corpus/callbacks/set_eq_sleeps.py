import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __hash__(self): return 7
    def __eq__(self, other):
        time.sleep(0.1)
        print(self, '==', other, since())
        return self.v == other.v

s = {K(1)}
s.add(K(1))
s.add(K(2))
print(len(s), since())
print(K(1) in s, since())
s.discard(K(2))
print(s, since())
print({K(5), K(5)}, since())
