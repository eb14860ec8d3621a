class Point:
    kind = 'point'

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy
        return self

    def __repr__(self):
        return f'Point({self.x}, {self.y})'

p = Point(1)
q = Point(1, 2)
print(p, q, p.kind, Point.kind)
print(p.move(1, 1).move(2, 2), [p, q])
p.kind = 'special'
print(p.kind, q.kind, Point.kind)
Point.kind = 'changed'
print(p.kind, q.kind)
print(p.__dict__, type(p).__name__, type(p) is Point)
m = p.move
print(m(1, 1), Point.move(q, 5, 5))
q.z = 9
print(q.__dict__)
del q.z
print(hasattr(q, 'z'))
print(Point.__name__, Point.__module__, Point.__qualname__)
print(Point)
