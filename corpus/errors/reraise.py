def f():
    raise ValueError('original')

def g():
    try:
        f()
    except ValueError:
        print('seen in g')
        raise

def h():
    try:
        g()
    except ValueError as e:
        print('seen in h')
        raise e

h()
