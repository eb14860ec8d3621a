def g():
    try:
        yield 1
    finally:
        print('finally in g')
it = g()
next(it)
it.throw(ValueError('thrown in'))
