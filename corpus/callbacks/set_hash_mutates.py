class K:
    def __init__(self, v): self.v = v
    def __eq__(self, other): return self.v == other.v
    def __hash__(self):
        print('hash', self.v, sorted(x for x in s if isinstance(x, int)))
        action(self)
        return self.v

s = {10}
action = lambda k: s.add(k.v * 10)
print(K(2) in s, sorted(s))
s.add(K(3))
print(len(s))
action = lambda k: s.clear()
s.discard(K(3))
print(s)
s.add(K(4))
print(len(s))
