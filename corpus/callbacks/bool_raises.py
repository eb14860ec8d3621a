class B:
    def __bool__(self): raise ValueError('neither')

b = B()
for what in (lambda: bool(b), lambda: not b, lambda: b and 1, lambda: b or 1, lambda: 1 if b else 2, lambda: any([0, b]),
             lambda: all([1, b]), lambda: list(filter(None, [b])), lambda: [1 for x in [b] if x]):
    try:
        print(what())
    except ValueError as e:
        print(e)
class W:
    def __bool__(self): return 1
try:
    if W(): pass
except TypeError as e:
    print(e)
while b:
    print('never')
