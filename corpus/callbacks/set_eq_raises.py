class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __hash__(self): return 7
    def __eq__(self, other): raise ValueError(f'{self} == {other}')

a = K(1)
s = {a}
print(a in s, len(s | {a}))
for what in (lambda: K(2) in s, lambda: s.add(K(3)), lambda: s.discard(K(4)), lambda: s.remove(K(5)), lambda: {K(6), K(7)},
             lambda: set([K(8), K(9)]), lambda: s | {K(10)}, lambda: s & {K(11)}, lambda: s == {K(12)}, lambda: s.update([K(13)])):
    try:
        print(what())
    except ValueError as e:
        print('ValueError', e, len(s))
s.add(K(14))
