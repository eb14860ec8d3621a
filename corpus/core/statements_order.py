def f(tag):
    print(tag, end=' ')
    return tag
d = {}
d[f('key')] = f('value')
print(d)
[f('a'), f('b')][f('i') == 'x'] = f('v')
print()
def call(*a, **k): print(a, k)
call(f(1), f(2), k=f(3))
print(f(1) + f(2) * f(3))
x = [0]
x[f(0)] += f(5)
print(x)
class T:
    def __getitem__(self, k): print('get', k, end=' '); return 1
    def __setitem__(self, k, v): print('set', k, v, end=' ')
t = T()
t[f('k')] += f(10)
print()
a = b = f('once')
print(a is b)
print({f('k1'): f('v1'), f('k2'): f('v2')})
print(f(1) < f(3) > f(2))
(lambda p=f('default'): f('body'))()
print()
def g(x=f('def')): pass
for i in [f('iter')]: f('loop')
print()
assert f('assert'), f('never')
print(f('') or f('or'), f('and') and f(0))
