l = [1, 2, 3, 4]
for x in l:
    print(x, end=' ')
    l.remove(x)
print(l)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        l.append(self.n)
        if self.n == 3: raise StopIteration
        return self.n
for x in It():
    l.clear()
print(l)
l = [1, 2]
it = iter(l)
print(next(it), next(it), next(it, 'end'))
l.append(3)
print(next(it, 'an exhausted list iterator stays so'))
d = {'a': 1, 'b': 2}
for k in d:
    d[k] += 1
print(d)
try:
    for k in d:
        d.pop(k)
except RuntimeError as e:
    print(e)
try:
    for k in d:
        d.pop(k)
        d['new'] = 0
except RuntimeError as e:
    print(e)
x = [1, 2, 3]
for i, x in enumerate(x):
    print(i, x, end=' ')
print()
