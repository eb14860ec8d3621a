class R:
    def __init__(self, do): self.do = do
    def __repr__(self):
        self.do()
        return 'R'

l = [1]
l += [R(lambda: l.append('late')), 2]
print(l[:1], l)
print(len(l))
l = []
l += [R(lambda: l.clear()), 1, 2]
print(l)
d = {'a': 1}
d['b'] = R(lambda: d.pop('c', None))
d['c'] = 3
print(d)
rec = []
rec.append(R(lambda: print('inside:', rec)))
try:
    print(rec)
except RecursionError as e:
    print('RecursionError')
inner = [1]
inner.append([inner])
print(inner)
