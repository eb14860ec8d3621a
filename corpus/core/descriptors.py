class Positive:
    def __set_name__(self, owner, name):
        print('named', owner.__name__, name)
        self.name = '_' + name
    def __get__(self, obj, owner):
        if obj is None:
            return 'on the class'
        return getattr(obj, self.name, 0)
    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError(f'{self.name[1:]} must be positive')
        setattr(obj, self.name, value)

class Box:
    width = Positive()
    height = Positive()
    def __init__(self, w, h):
        self.width = w
        self.height = h
    def area(self):
        return self.width * self.height

b = Box(2, 3)
print(b.area(), Box.width, b.__dict__)
try:
    b.width = -1
except ValueError as e:
    print(e)

class NonData:
    def __get__(self, obj, owner): return 'from descriptor'
class Holder:
    x = NonData()
h = Holder()
print(h.x)
h.x = 'from instance'
print(h.x)
