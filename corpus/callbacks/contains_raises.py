class C:
    def __contains__(self, x): raise ValueError(f'asked for {x}')
class E:
    def __eq__(self, other): raise KeyError('eq')

e = E()
print(e in [e], [e].index(e), 'identity comes first')
for what in (lambda: 1 in C(), lambda: 1 not in C(), lambda: 1 in [E()], lambda: [E()].index(1), lambda: [E()].count(1), lambda: [E()].remove(1),
             lambda: 1 in (E(),), lambda: [E()] == [1], lambda: (E(), 1) == (2, 1), lambda: {'k': E()} == {'k': 1}, lambda: 1 in 5):
    try:
        print(what())
    except Exception as x:
        print(type(x).__name__, x)
class B:
    def __contains__(self, x): return 'truthy'
print(1 in B())
5 in C()
