class Slots:
    __slots__ = ('a', 'b')
x = Slots()
x.a = 1
print(x.a, hasattr(x, 'b'))
try:
    x.c = 1
except AttributeError as e:
    print(e)
try:
    x.b
except AttributeError as e:
    print(e)
class More(Slots):
    pass
m = More()
m.a, m.c = 5, 6
print(m.a, m.c, m.__dict__, hasattr(x, '__dict__'), Slots.__slots__)
del x.a
try:
    x.a
except AttributeError as e:
    print(e)
