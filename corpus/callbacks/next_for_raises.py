class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise ValueError('in __next__')
        self.n -= 1
        return self.n

try:
    for x in It(2):
        print(x)
    else:
        print('never')
except ValueError as e:
    print(e, x)
for what in (lambda: [x for x in It(1)], lambda: next(It(0)), lambda: next(It(0), 'default'), lambda: list(zip(It(1), It(1)))):
    try:
        print(what())
    except ValueError as e:
        print(e)
class NoIter:
    def __iter__(self): raise KeyError('in __iter__')
try:
    for x in NoIter(): pass
except KeyError as e:
    print('KeyError', e)
def g():
    for x in It(1):
        yield x
for y in g():
    print(y)
