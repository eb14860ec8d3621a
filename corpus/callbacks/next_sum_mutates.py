l = [1, 2, 3]
def shrink():
    for x in l:
        l.pop()
        yield x
print(sum(shrink()), l)
l = [1]
def grow():
    for x in l:
        if len(l) < 4: l.append(x + 1)
        yield x
print(sum(grow()), l)
class Acc:
    def __init__(self, v): self.v = v
    def __add__(self, other):
        l.append('added')
        return Acc(self.v + other.v)
    def __radd__(self, other):
        l.append('radded')
        return Acc(self.v + other)
print(sum([Acc(1), Acc(2)]).v, l)
m = [Acc(1), Acc(2), Acc(3)]
class Pops(Acc):
    def __radd__(self, other):
        m.pop()
        return Acc(other + self.v)
m[0] = Pops(1)
print(sum(m).v, len(m))
