class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'N{self.v}'
    def __lt__(self, other):
        print(self, '<', other)
        if {self.v, other.v} == {1, 4}:
            raise ValueError('can not compare')
        return self.v < other.v

l = [N(3), N(2), N(1), N(4), N(5)]
try:
    l.sort()
except ValueError as e:
    print(e, l)
try:
    max(l)
except TypeError as e:
    print(e)
try:
    min([N(4), N(1)])
except ValueError as e:
    print('min:', e)
sorted([N(1), N(4)])
