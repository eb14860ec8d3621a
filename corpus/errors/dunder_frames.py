class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + o.x)
    def __eq__(self, o): return self.x == o.x
    def __getitem__(self, i): return self.x[i]
    def __repr__(self): return f'V({self.y})'
try:
    V(1) + 2
except AttributeError as e:
    print(e)
try:
    [V(1)] == [5]
except AttributeError as e:
    print(e)
print([V(1)])
