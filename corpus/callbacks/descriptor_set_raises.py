class S:
    def __set__(self, obj, value):
        if value is None: raise ValueError('not None')
        print('set', value)
    def __get__(self, obj, owner): return 'value'
    def __delete__(self, obj): raise KeyError('delete')
class A:
    x = S()
    def __setattr__(self, name, value):
        if name == 'forbidden': raise TypeError('forbidden')
        object.__setattr__(self, name, value)

a = A()
a.x = 1
for what in (lambda: setattr(a, 'x', None), lambda: delattr(a, 'x'), lambda: setattr(a, 'forbidden', 1)):
    try:
        what()
    except Exception as e:
        print(type(e).__name__, e)
try:
    a.x += 'more'
    a.y, a.x = 1, None
except ValueError as e:
    print(e, a.y)
del a.x
