def g():
    try:
        yield
    finally:
        raise ValueError('in finally')

def ignores():
    try:
        yield
    except GeneratorExit:
        yield 'again'

def prints():
    try:
        yield
    except GeneratorExit as e:
        print(repr(e), e.args)

a = g()
next(a)
del a
print('an error in close is reported, not raised')
b = ignores()
next(b)
del b
print('so is this')
c = prints()
next(c)
del c
print('end')
