class A:
    def __getattr__(self, name):
        if name == 'v': raise ValueError('in getattr')
        raise AttributeError(f'no {name}')

a = A()
for what in (lambda: a.v, lambda: a.x, lambda: a.m(), lambda: hasattr(a, 'v'), lambda: hasattr(a, 'x'),
             lambda: getattr(a, 'v', 'default'), lambda: getattr(a, 'x', 'default')):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)
class B:
    def __getattribute__(self, name):
        if name == 'fixed': return 1
        raise KeyError(name)
b = B()
print(b.fixed)
try:
    b.other
except KeyError as e:
    print('KeyError', e)
class C:
    def __getattr__(self, name): return self.data[name]
try:
    C().x
except RecursionError:
    print('RecursionError')
a.v
