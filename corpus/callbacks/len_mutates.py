class L:
    def __init__(self): self.items = []
    def __len__(self):
        self.items.append(len(self.items))
        return len(self.items)
    def __getitem__(self, i): return self.items[i]

l = L()
print(len(l), len(l), l.items, bool(l), l.items)
print(list(l))
print(list(reversed(l)), l.items)
class Hint:
    def __init__(self, *items): self.items = list(items)
    def __len__(self):
        self.items.append('added by len')
        return len(self.items)
    def __iter__(self): return iter(self.items)
print(list(Hint(1, 2)))
print([*Hint(1)])
x = [0]
x.extend(Hint(5))
print(x)
