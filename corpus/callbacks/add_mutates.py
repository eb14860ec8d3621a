class Bag:
    def __init__(self, *items): self.items = list(items)
    def __repr__(self): return f'Bag{self.items}'
    def __add__(self, o):
        o.items.append('taken')
        self.items.pop(0)
        return Bag(*self.items, *o.items)
    def __iadd__(self, o):
        self.items += o.items
        o.items.clear()
        return self

a, b = Bag(1, 2), Bag(3)
print(a + b, a, b)
a += b
print(a, b)
a += a
print(a)
l = [Bag(1), Bag(2)]
class Swap:
    def __radd__(self, o):
        l.clear()
        return 'swapped'
print(5 + Swap(), l)
l = [1]
l += (l.append(x) or x for x in range(2))
print(l)
l = [0]
def change():
    l[0] = 100
    return 1
l[0] += change()
print(l)
x = l
x += [2]
print(l is x, l)
