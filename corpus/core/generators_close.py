def g(name):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print(name, 'GeneratorExit')
        raise
    finally:
        print(name, 'finally')

a = g('a')
next(a)
print(a.close(), a.close(), next(a, 'over'))
b = g('b')
b.close()
print('b never started')
def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print('no')
            return 'value of close'
s = stubborn()
next(s)
print(s.close())
def bad():
    try:
        yield
    except GeneratorExit:
        yield 'still here'
x = bad()
next(x)
try:
    x.close()
except RuntimeError as e:
    print(e)
def raises():
    try:
        yield
    finally:
        raise ValueError('in finally')
r = raises()
next(r)
try:
    r.close()
except ValueError as e:
    print(e, repr(e.__context__))
for i in g('loop'):
    break
print('after loop')
