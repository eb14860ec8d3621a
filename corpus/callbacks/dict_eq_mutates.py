class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __hash__(self): return 7
    def __eq__(self, other):
        global left
        print(self, '==', other, len(d))
        if left:
            left -= 1
            action()
        return self.v == other.v

left, d = 0, {}
d = {K(1): 'one', K(2): 'two', K(3): 'three'}
action = lambda: d.clear()
left = 1
print(d.get(K(2), 'gone'), d)
d = {K(1): 'one', K(2): 'two'}
action = lambda: d.__setitem__('other', 5)
left = 1
print(d[K(2)], len(d))
action = lambda: d.pop('other')
left = 1
print(d.get(K(9)), d)
