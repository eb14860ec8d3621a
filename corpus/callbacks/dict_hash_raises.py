class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __hash__(self):
        if self.v < 0:
            raise ValueError('no hash today')
        return self.v

d = {K(1): 1}
bad = K(-1)
for what in (lambda: d[bad], lambda: d.get(bad), lambda: bad in d, lambda: {bad: 1}, lambda: {1: 0, bad: 1},
             lambda: d.pop(bad, 0), lambda: hash((1, bad)), lambda: d.update([(bad, 1)])):
    try:
        what()
        print('fine')
    except ValueError as e:
        print('ValueError', e)
class W:
    def __hash__(self): return 'text'
try:
    {W(): 1}
except TypeError as e:
    print(e)
d[bad] = 0
