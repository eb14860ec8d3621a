class P:
    def __init__(self, v): self.v = v
class E(P):
    def __eq__(self, other): return self.v == getattr(other, 'v', other)
p, q = P(1), P(1)
print(p == q, p == p, p is q, p != q, P(1) == P(1))
e, f = E(1), E(1)
print(e == f, e is f, e == 1, 1 == e, e != 2, e in [1, 2], [e] == [1], (e, 2) == (1, 2))
print([1, [2]] == [1, [2]], {'a': [1]} == {'a': [1]}, {1, 2} == {2, 1}, (1,) == [1], 'a' == 'a')
a = [1, 2]
b = a
c = a[:]
b.append(3)
print(a, a is b, a == c, c)
print(None == None, None is None, None == False, not None, True is True, 1 == True)
x = None
print(x is None, x is not None)
class Odd:
    def __eq__(self, other): return 'not a bool'
    def __ne__(self, other): return []
print(Odd() == 1, Odd() != 1, bool(Odd() != 1), 1 == Odd(), Odd() in [5])
print(P(1) in [P(1)], p in [q, p], [q, p].index(p), [p, p, q].count(p))
nan = float('nan')
print(nan in [nan], [nan].index(nan), nan == nan, [nan] == [nan], {nan: 1}[nan])
