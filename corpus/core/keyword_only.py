def move(x, y, *, speed=1, name):
    return f'{name} to {x},{y} at {speed}'

print(move(1, 2, name='a'))
print(move(1, 2, name='b', speed=3))

def try_call(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print('TypeError:', e)

try_call(move, 1, 2)
try_call(move, 1, 2, 3, name='c')
try_call(move, 1, name='d')
try_call(move, 1, 2, name='e', colour='red')
try_call(move, 1, 2, x=3, name='f')
try_call(move)

def two(*, a, b):
    return a, b

try_call(two)
try_call(two, 1)

def posonly(a, b=2, /, c=3):
    return a, b, c

try_call(posonly, 1)
try_call(posonly, 1, 2, c=5)
try_call(posonly, a=1)

def three(a, b, c): pass
try_call(three)
try_call(three, 1)
try_call(three, 1, 2, 3, 4)
