class C:
    def __iter__(self): raise ValueError('in iter')

c = C()
def star(*a): return a
def unpack():
    a, b = c
def loop():
    for x in c: pass
def delegate():
    yield from c
for what in (lambda: list(c), lambda: iter(c), lambda: 1 in c, lambda: sum(c), lambda: star(*c), unpack, loop, lambda: list(delegate()),
             lambda: [*c], lambda: zip(c), lambda: map(str, c), lambda: '-'.join(c), lambda: sorted(c), lambda: dict(c), lambda: [x for x in c]):
    try:
        print(what())
    except ValueError as e:
        print(e)
class N:
    __iter__ = None
try:
    list(N())
except TypeError as e:
    print(e)
for x in c:
    print('never')
