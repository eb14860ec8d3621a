class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __eq__(self, other): return self.v == other.v
    def __hash__(self):
        print('hash', self, len(d))
        if grow: d[f'k{len(d)}'] = 0
        return self.v

d, grow = {}, True
d[K(1)] = 'one'
print(d)
print(d.get(K(1)), d)
print(K(1) in d, len(d))
grow = False
d[K(2)] = 'two'
class C:
    def __hash__(self): d.clear(); return 5
print(d.get(C(), 'nothing'), d)
d[C()] = 1
print(len(d))
