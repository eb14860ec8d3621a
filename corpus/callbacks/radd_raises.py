class A:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): raise ValueError('radd')
class B:
    def __add__(self, o): print('B add'); return NotImplemented
class N:
    def __radd__(self, o): print('N radd'); return NotImplemented

for what in (lambda: 1 + A(), lambda: 'text' + A(), lambda: [] + A(), lambda: B() + A(), lambda: A() + 1, lambda: A() + A(),
             lambda: B() + N(), lambda: 1 + N(), lambda: sum([A()]), lambda: None + B(), lambda: 'a' + 1, lambda: 1 + 'a', lambda: [] + 1):
    try:
        print(what())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
total = 0
for x in 1, A():
    total += x
