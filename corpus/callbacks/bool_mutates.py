l = []
class B:
    def __init__(self, v): self.v = v
    def __bool__(self):
        l.append(self.v)
        return self.v > 0

print(any(B(i) for i in (0, 2, 5)), l)
l.clear()
print(all([B(1), B(0), B(3)]), l)
l = [B(1), B(0), B(1)]
print(len([x for x in l[:] if x]), len(l))
class Pops:
    def __bool__(self):
        m.pop()
        return True
m = [Pops(), Pops(), Pops(), Pops()]
print(all(m), len(m))
m = [Pops(), Pops(), Pops(), Pops()]
print(len(list(filter(None, m))), len(m))
n = [3]
class While:
    def __bool__(self):
        n[0] -= 1
        return n[0] >= 0
w = While()
while w: print('turn', n)
