class G:
    def __init__(self, error): self.error = error
    def __get__(self, obj, owner): raise self.error
class A:
    x = G(ValueError('get'))
    y = G(AttributeError('looks missing'))
    @property
    def p(self): return self.q
    @property
    def q(self): raise AttributeError('in q')
    def __getattr__(self, name): return f'getattr {name}'

a = A()
try:
    a.x
except ValueError as e:
    print(e)
print(a.y, a.p, hasattr(a, 'y'), getattr(a, 'y', 'default'))
try:
    hasattr(a, 'x')
except ValueError as e:
    print('hasattr lets it pass:', e)
try:
    A.y
except AttributeError as e:
    print(e)
class B:
    p = property(lambda self: 1 / 0)
print(B().p)
