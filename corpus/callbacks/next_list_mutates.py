l = []
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1
        l.append(f'by next {self.n}')
        return self.n

l.extend(It(2))
print(l)
l.clear()
print(list(It(2)), l)
l = [1, 2, 3]
def shrink():
    for x in l:
        yield x
        l.remove(x)
print(list(shrink()), l)
l = [1, 2]
def grow():
    for x in l:
        if len(l) < 5: l.append(x * 10)
        yield x
print(sorted(grow()), l)
def clears():
    yield 1
    l.clear()
    yield 2
l[:] = clears()
print(l)
l[1:1] = It(1)
print(l)
