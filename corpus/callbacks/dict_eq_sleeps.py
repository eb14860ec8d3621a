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

d = {K(1): 'one'}
d[K(2)] = 'two'
print(since())
print(d[K(1)], since())
print(d.get(K(3), 'none'), since())
d[K(2)] = 'changed'
print(d, K(1) in d, d.pop(K(2)), since())
