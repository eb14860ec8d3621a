class S:
    def __init__(self, *items): self.items = list(items)
    def __getitem__(self, i):
        x = self.items[i]
        self.items.pop()
        return x
    def __len__(self): return len(self.items)

s = S(1, 2, 3, 4)
print(list(s), s.items)
s = S(1, 2, 3)
print(s[0], s[0], s.items)
class D(dict):
    def __missing__(self, k):
        self[k] = len(self)
        return self[k]
d = D()
print(d['a'], d['b'], d['a'], d)
for w in 'hello':
    d[w] += 1
print(d)
class G(list):
    def __getitem__(self, i):
        self.append('x')
        return list.__getitem__(self, i)
g = G([1])
print(g[0], len(g), list(g))
l = [1, 2, 3]
class Ix:
    def __index__(self):
        l.clear()
        return 0
try:
    l[Ix()]
except IndexError as e:
    print(e, l)
