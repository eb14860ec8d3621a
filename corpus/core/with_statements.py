class Res:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()
    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow

with Res('a') as a:
    print('in', a)
with Res('b') as b, Res('c') as c:
    print(b, c)
with Res('d', swallow=True):
    raise ValueError('lost')
print('after d')
try:
    with Res('e') as e, Res('f', True):
        1 / 0
    print('goes on')
    with Res('g'):
        raise KeyError('kept')
except KeyError as k:
    print('outside', k)

def leave():
    with Res('h'):
        return 'returned'
print(leave())
for i in range(3):
    with Res(f'i{i}'):
        if i == 0: continue
        break
with (Res('x') as x, Res('y') as y):
    print(x + y)
with Res('nothing'): pass
