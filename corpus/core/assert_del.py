def check(x):
    try:
        assert x > 0, f'{x} is not positive'
        print('fine', x)
    except AssertionError as e:
        print('assert:', e)
check(1)
check(-1)
try:
    assert []
except AssertionError as e:
    print(repr(e), e.args)
assert (1, 'a tuple') [0] == 1

x = 1
del x
try:
    x
except NameError as e:
    print(e)
def f():
    y = 1
    del y
    try:
        y
    except UnboundLocalError as e:
        print(e)
    try:
        del y
    except UnboundLocalError as e:
        print(e)
f()
l, d = [1, 2, 3], {'a': 1, 'b': 2}
del l[0], d['a']
print(l, d)
class C: pass
c = C()
c.x = 1
del c.x
try:
    del c.x
except AttributeError as e:
    print(e)
try:
    del d['zz']
except KeyError as e:
    print('KeyError', e)
try:
    del l[9]
except IndexError as e:
    print(e)
a = b = [1]
del a
print(b)
