class Lazy:
    fixed = 'fixed'
    def __init__(self): self.here = 1
    def __getattr__(self, name):
        print('missing', name)
        if name.startswith('x'):
            return name * 2
        raise AttributeError('no ' + name)
    def __setattr__(self, name, value):
        print('set', name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)

l = Lazy()
print(l.here, l.fixed, l.xy)
l.new = 5
print(l.new)
del l.new
print(hasattr(l, 'new'), getattr(l, 'no', 'default'))
try:
    l.abc
except AttributeError as e:
    print(e)

class Every:
    def __getattribute__(self, name):
        if name == 'secret':
            return 42
        return object.__getattribute__(self, name)
e = Every()
e.plain = 1
print(e.secret, e.plain)
