class Shared:
    items = []
    count = 0
    def add(self, x):
        self.items.append(x)
        self.count += 1

a, b = Shared(), Shared()
a.add(1)
a.add(2)
b.add(3)
print(a.items, b.items, a.count, b.count, Shared.count)
print('count' in a.__dict__, 'items' in a.__dict__)

class Body:
    print('body runs once')
    x = 10
    y = x * 2
    squares = [n * n for n in range(3)]
    def f(self): return self.y
    if x > 5:
        big = True
    del x

print(Body.y, Body.squares, Body.big, hasattr(Body, 'x'), Body().f())

class Outer:
    class Inner:
        z = 1
    made = Inner()
print(Outer.Inner.z, Outer.Inner.__qualname__, Outer.made.z)
setattr(Shared, 'new', lambda self: 'added later')
print(a.new())
