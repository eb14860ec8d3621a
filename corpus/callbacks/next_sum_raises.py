class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise ValueError('in __next__')
        self.n -= 1
        return self.n

for what in (lambda: sum(It(3)), lambda: sum(It(0)), lambda: any(It(1)), lambda: all(It(1)), lambda: min(It(2)),
             lambda: sum([1, 'a']), lambda: sum('ab'), lambda: sum(5), lambda: sum(['a'], '')):
    try:
        print(what())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
class A:
    def __add__(self, other): raise KeyError('add')
    __radd__ = __add__
try:
    sum([A()])
except KeyError as e:
    print('KeyError', e)
print(sum(It(2)))
