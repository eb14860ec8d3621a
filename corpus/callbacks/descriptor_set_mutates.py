class S:
    def __set__(self, obj, value):
        obj.log.append(value)
        if value == 'remove':
            del A.x
    def __get__(self, obj, owner): return obj.log
class A:
    x = S()
    def __init__(self): self.log = []

a = A()
a.x = 1
a.x += [2]
print(len(a.log), a.log[0])
a.x, a.x = 'p', 'q'
a.x = 'remove'
print(a.log[2:])
a.x = 'plain now'
print(a.x, a.log[-1], 'x' in a.__dict__)
class T:
    def __setattr__(self, name, value):
        self.__dict__.setdefault('order', []).append(name)
        self.__dict__[name] = value
        if name == 'b':
            self.__dict__.pop('a')
t = T()
t.a, t.b, t.c = 1, 2, 3
print(t.__dict__)
