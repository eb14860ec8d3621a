def a():
    try:
        return 'try'
    finally:
        print('finally a')

def b():
    try:
        return 'try'
    finally:
        return 'finally wins'

def c():
    try:
        1 / 0
    finally:
        return 'swallowed'

def d():
    x = 1
    try:
        return x
    finally:
        x = 2

def e():
    x = [1]
    try:
        return x
    finally:
        x.append(2)

def f():
    try:
        raise ValueError('f')
    except ValueError:
        return 'except'
    else:
        return 'else'
    finally:
        print('finally f')

def g():
    try:
        pass
    except ValueError:
        return 'except'
    else:
        return 'else'
    finally:
        print('finally g')

for fn in a, b, c, d, e, f, g:
    print(fn.__name__, fn())
