l = [1, 2, 3]
def shrink():
    for x in l:
        l.pop()
        yield x
a, *rest = shrink()
print(a, rest, l)
l = [1, 2]
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        l.append(self.n)
        if self.n > 3: raise StopIteration
        return self.n
x, y, z = It()
print(x, y, z, l)
print([*l, *It(), *l])
l = [1]
def f(*a): return a, len(l)
print(f(*l, *(l.append(9) or [5]), *l))
d = {'a': 1}
def g(**k): return k
print(g(**d, **(d.clear() or {'b': 2})), d)
