class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def f():
    a = D('a')
    b = D('b')
    raise ValueError('x')

try:
    f()
except ValueError:
    print('handler: locals of f live')
print('after')
try:
    f()
except ValueError as e:
    print('named')
print('after the name is gone')
try:
    f()
except ValueError as e:
    kept = e
print('kept')
kept = None
print('dropped')
try:
    f()
except ValueError as e:
    e.__traceback__ = None
    print('traceback dropped')
print('end')
