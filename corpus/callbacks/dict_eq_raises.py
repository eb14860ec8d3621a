class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __hash__(self): return 7
    def __eq__(self, other):
        if self.v == 'bad' or other.v == 'bad':
            raise ValueError('bad key compared')
        return self.v == other.v

d = {K(1): 'one'}
for what in (lambda: d[K('bad')], lambda: d.get(K('bad')), lambda: K('bad') in d, lambda: d.pop(K('bad'), None),
             lambda: d.setdefault(K('bad'), 0), lambda: d.update({K('bad'): 1}), lambda: {K(2): 1, K('bad'): 2}):
    try:
        print(what())
    except ValueError as e:
        print('ValueError', e, d)
bad = K('bad')
e = {bad: 'identity first'}
print(e[bad], bad in e)
d[bad] = 1
