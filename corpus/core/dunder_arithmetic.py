class V:
    def __init__(self, *xs): self.xs = xs
    def __repr__(self): return 'V' + repr(self.xs)
    def __add__(self, o): return V(*[a + b for a, b in zip(self.xs, o.xs)])
    def __mul__(self, k):
        if isinstance(k, V):
            return sum(a * b for a, b in zip(self.xs, k.xs))
        return V(*[a * k for a in self.xs])
    def __rmul__(self, k): return self * k
    def __neg__(self): return V(*[-a for a in self.xs])
    def __sub__(self, o): return self + -o
    def __eq__(self, o): return isinstance(o, V) and self.xs == o.xs
    def __abs__(self): return sum(abs(a) for a in self.xs)
    def __iadd__(self, o):
        print('in place')
        return self + o
    def __pow__(self, n): return V(*[a ** n for a in self.xs])
    def __floordiv__(self, n): return V(*[a // n for a in self.xs])
    def __mod__(self, n): return V(*[a % n for a in self.xs])

a, b = V(1, 2), V(3, 4)
print(a + b, a - b, a * 2, 3 * a, a * b, -a, abs(V(-1, 2)))
a += b
print(a, a == V(4, 6), a != V(4, 6), a == 5)
print(b ** 2, b // 2, b % 2)
try:
    a + 1
except AttributeError as e:
    print(e)
try:
    1 + a
except TypeError as e:
    print(e)
try:
    a / 2
except TypeError as e:
    print(e)
