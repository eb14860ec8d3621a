class A:
    def __init__(self, v): self.v = v
    def __add__(self, o):
        if o == 0: raise ValueError('plus nothing')
        return NotImplemented
    def __sub__(self, o): raise TypeError('my own type error')
    def __iadd__(self, o): return NotImplemented
    def __lt__(self, o): raise KeyError('lt')

a = A(1)
for what in (lambda: a + 0, lambda: a + 1, lambda: a - 1, lambda: 1 + a, lambda: a * 2, lambda: -a, lambda: a < 1, lambda: a > 1,
             lambda: a ** 2, lambda: a // 2, lambda: a % 2, lambda: a & 1, lambda: a << 1, lambda: a @ 1, lambda: ~a, lambda: divmod(a, 1), lambda: abs(a)):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)
try:
    a += 5
except TypeError as e:
    print(e)
try:
    a -= 1
except TypeError as e:
    print(e)
b = 1 + (a + 0)
