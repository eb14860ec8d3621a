class S:
    def __getitem__(self, i):
        if i == 2: raise ValueError('item 2')
        return i
    def __setitem__(self, i, v): raise KeyError('set')
    def __delitem__(self, i): raise IndexError('del')

s = S()
one, none, l = 1, None, [1]
def assign(): s[0] = 1
def augment(): s[2] += 1
def delete(): del s[0]
for what in (lambda: s[2], lambda: list(s), lambda: 5 in s, lambda: [x for x in s], assign, augment, delete, lambda: one[0],
             lambda: none['k'], lambda: l['a'], lambda: delete[1], lambda: 'abc'[7], lambda: S[0]):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)
class D(dict):
    def __missing__(self, k): raise LookupError(f'missing {k}')
try:
    D()['z']
except LookupError as e:
    print(e)
print(D().get('z', 'get does not ask'))
a, b, c = s
