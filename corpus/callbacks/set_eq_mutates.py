class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __hash__(self): return 7
    def __eq__(self, other):
        global left
        print(self, '==', other, len(s))
        if left:
            left -= 1
            action()
        return self.v == other.v

left = 0
s = {K(1)}
action = lambda: s.clear()
left = 1
print(K(1) in s, s)
s = {K(1)}
action = lambda: s.add(100)
left = 1
s.add(K(2))
print(len(s), 100 in s)
action = lambda: s.discard(100)
left = 1
print(K(2) in s, len(s))
