class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise KeyError('in __next__')
        self.n -= 1
        return self.n

a = b = 'old'
try:
    a, b = It(1)
except KeyError as e:
    print('KeyError', e, a, b)
try:
    a, b = It(2)
except KeyError as e:
    print('asked for one too many', a, b)
try:
    a, b = It(5)
except ValueError as e:
    print(e)
try:
    a, *b = It(3)
except KeyError as e:
    print('KeyError', a, b)
def f(*args): return args
for what in (lambda: f(*It(1)), lambda: [*It(1)], lambda: {*It(1)}, lambda: print(*It(1)), lambda: f(*5), lambda: [*None]):
    try:
        print(what())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
x, y = It(0)
