def g():
    while True:
        try:
            x = yield 'ready'
            print('got', x)
        except ValueError as e:
            print('inside', e)
        except KeyError:
            print('leaving')
            return 'left'
        finally:
            print('finally')

a = g()
print(next(a))
print(a.throw(ValueError('v')))
print(a.throw(ValueError))
try:
    a.throw(KeyError('k'))
except StopIteration as e:
    print('stop', e.value)
try:
    a.throw(IndexError('finished'))
except IndexError as e:
    print('from finished:', e)
b = g()
try:
    b.throw(TypeError('not started'))
except TypeError as e:
    print(e)
print(next(b, 'b is over'))
c = g()
next(c)
try:
    c.throw(ZeroDivisionError('through'))
except ZeroDivisionError as e:
    print(repr(e))
