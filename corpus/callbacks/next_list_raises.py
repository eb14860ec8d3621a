class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise ValueError('in __next__')
        return self.n

l = [0]
for what in (lambda: list(It(2)), lambda: tuple(It(1)), lambda: set(It(1)), lambda: sorted(It(3)), lambda: l.extend(It(2)),
             lambda: dict(zip(It(1), It(1))), lambda: list(map(str, It(1))), lambda: max(It(2)), lambda: any(x > 9 for x in It(2)),
             lambda: [x for x in It(1)], lambda: list(filter(None, It(2))), lambda: list(enumerate(It(0))), lambda: 7 in It(2)):
    try:
        print(what())
    except ValueError as e:
        print(e, l)
class Stop:
    def __iter__(self): return self
    def __next__(self): raise StopIteration('ends')
print(list(Stop()))
print(list(It(1)))
