class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'N{self.v}'
    def __lt__(self, other):
        print(self, '<', other, 'list is', l)
        if grow: l.append('new')
        return self.v < other.v

grow = False
l = [N(3), N(1), N(2)]
l.sort()
print(l)
grow = True
try:
    l.sort()
except ValueError as e:
    print('ValueError', e)
print(l)
l = [N(2), N(1)]
print(sorted(l), l)
