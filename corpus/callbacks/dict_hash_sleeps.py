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

a = K(1)
d = {a: 'a'}
d[K(2)] = 'b'
print(d[a], a in d, d.get(a), since())
del d[K(2)]
print(d, hash(a), since())
t = {(a, 1): 'in a tuple'}
print(t[a, 1], since())
print(dict.fromkeys([a, K(3)], 0), since())
