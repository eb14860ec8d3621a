class C:
    def __call__(self, x):
        if x == 2: raise ValueError('called with 2')
        return x
five, none, text, empty = 5, None, 'text', []
class I:
    def __init__(self, x): raise KeyError(x)

c = C()
for what in (lambda: c(2), lambda: c(), lambda: c(1, 2), lambda: list(map(c, [1, 2, 3])), lambda: list(filter(c, [2])), lambda: sorted([1, 2], key=c),
             lambda: I(5), lambda: I(), lambda: five(), lambda: none(), lambda: text(1), lambda: empty(), lambda: list(iter(lambda: c(2), 0))):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)
class R:
    def __init__(self): return 5
try:
    R()
except TypeError as e:
    print(e)
m = map(c, [1, 2, 3])
print(next(m))
try:
    next(m)
except ValueError as e:
    print(e)
print(next(m))
print(list(map(c, [1, 2])))
