class C:
    def __init__(self, *items): self.items = list(items)
    def __iter__(self):
        self.items.append('by iter')
        return iter(self.items)

c = C(1)
print(list(c), list(c))
for x in c:
    c.items.clear()
    print(x)
print(c.items)
c = C(1, 2)
l = [0]
class Clears:
    def __iter__(self):
        l.clear()
        return iter([5])
l.extend(Clears())
print(l)
l = [1, 2, 3]
l[1:2] = Clears()
print(l)
class Own(list):
    def __iter__(self):
        self.append('mine')
        return list.__iter__(self)
o = Own([1])
print(list(o), len(o), [*o], sorted(map(str, o)))
