class E:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'E{self.v}'
    def __eq__(self, other):
        print(self, '==', other, len(l))
        action()
        return self.v == other

l = [E(1), E(2), E(3)]
action = lambda: l.pop()
print(3 in l, l)
l = [E(1), E(2)]
action = lambda: l.append(E(9)) if len(l) < 4 else None
print(9 in l, l)
l = [E(1), E(2)]
action = lambda: l.clear()
print(l.count(2), l)
l = [E(1), E(2), E(3)]
action = lambda: l.insert(0, 0) if len(l) < 5 else None
print(l.index(2), l)
l = [E(1), E(2), E(3)]
m = [1, 2, 3]
action = lambda: m.clear()
print(l == m, m)
l = [E(1)]
action = lambda: l.append('x')
l.remove(1)
print(l)
