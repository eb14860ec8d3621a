import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class S:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        time.sleep(0.1)
        if isinstance(i, slice): return 'slice'
        if i >= self.n: raise IndexError
        return i
    def __setitem__(self, i, v):
        time.sleep(0.1)
        print('set', i, v, since())
    def __delitem__(self, i):
        time.sleep(0.1)
        print('del', i, since())

s = S(3)
print(s[0], s[1:2], since())
print(list(s), since())
for x in S(1): print(x, since())
print(2 in s, since())
a, b = S(2)
print(a, b, since())
s[0] = 'x'
s[1] += 5
del s[2]
print(sum(s), since())
class Missing(dict):
    def __missing__(self, k): time.sleep(0.1); return k * 2
print(Missing()['ab'], since())
class Ix:
    def __index__(self): time.sleep(0.1); return 1
print('abc'[Ix()], [1, 2, 3][Ix():], since())
