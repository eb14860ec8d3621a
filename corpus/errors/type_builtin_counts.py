for f in (lambda: int(1, 2, 3), lambda: int('1', bas=2), lambda: float(1, 2), lambda: str(1, 2, 3, 4), lambda: sum(1, 2, 3), lambda: enumerate(1, 2, 3),
          lambda: [].pop(1, 2), lambda: [].sort(1), lambda: 'a'.split(1, 2, 3), lambda: round(), lambda: round(1, 2, 3), lambda: pow(1),
          lambda: list(1, 2), lambda: bool(1, 2), lambda: type(1, 2), lambda: staticmethod(), lambda: reversed(), lambda: filter(),
          lambda: setattr(1), lambda: 'a'.find(), lambda: 'a'.startswith(), lambda: (1).__add__(), lambda: (1).__add__(1, 2), lambda: [].__len__(1),
          lambda: 'a'.join(1, 2), lambda: {}.items(1), lambda: [].append(x=1), lambda: (x for x in ()).send(), lambda: print(*5), lambda: [].append(*5),
          lambda: type('made', (), {})().__class__.__module__):
    try:
        print(f())
    except TypeError as e:
        print(e)

def names_only(a, b, /, c): pass
try:
    names_only(a=1, b=2, c=3)
except TypeError as e:
    print(e)
class Base: pass
try:
    class Twice(object, Base): pass
except TypeError as e:
    print(e)
def inside():
    class Sub(Base, wrong=1): pass
try:
    inside()
except TypeError as e:
    print(e)
