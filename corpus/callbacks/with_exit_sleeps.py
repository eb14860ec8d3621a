import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class C:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): return self.name
    def __exit__(self, kind, value, tb):
        time.sleep(0.1)
        print('exit', self.name, repr(value), since())
        return self.swallow

with C('a'):
    print('body', since())
with C('b', True):
    raise ValueError('swallowed')
print('after b', since())
def f():
    with C('c'):
        with C('d'):
            return 'returned'
print(f(), since())
try:
    with C('e'):
        raise KeyError('passes')
except KeyError as e:
    print('caught', e, since())
for i in range(3):
    with C(i):
        if i == 1: break
print('end', since())
