class Point:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y

class Point3(Point):
    __slots__ = ('z', '__hidden')
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
        self.__hidden = 'h'

class Open(Point3):
    pass

class WithDict(Point):
    __slots__ = ('w', '__dict__')

p = Point3(1, 2, 3)
print(p.x, p.y, p.z, p._Point3__hidden, Point3.__slots__)
o = Open(4, 5, 6)
o.more = 7
print(o.__dict__, vars(o), o.x, o.z)
w = WithDict(1, 2)
w.w, w.v = 3, 4
print(w.__dict__, w.w)
for attempt in (lambda: p.__dict__, lambda: setattr(p, 'q', 1), lambda: Point(1, 2).z, lambda: delattr(Point3.__new__(Point3), 'x'),
                lambda: setattr(o, '__class__', WithDict)):
    try:
        print(attempt())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)

class A: __slots__ = ('a',)
class B: __slots__ = ('b',)
class Empty: __slots__ = ()
try:
    class Both(A, B): pass
except TypeError as e:
    print(e)
class Fine(A, Empty): __slots__ = ('c',)
f = Fine()
f.a, f.c = 1, 2
print(f.a, f.c, hasattr(f, '__dict__'))
try:
    class Conflict:
        __slots__ = ('x',)
        x = 1
except ValueError as e:
    print(e)
try:
    class NoName:
        __slots__ = (1,)
except TypeError as e:
    print(e)
class Twin: __slots__ = ('a',)
x, y = A(), Fine()
print(Point.x, type(Point.x).__name__)
