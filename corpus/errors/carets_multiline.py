def f(*args, **kw):
    return args

def g():
    value = f(
        1,
        2 / 0,
        3,
    )

def h():
    return (
        1 +
        undefined +
        2
    )

def i():
    return f(1,
             2).missing

def j():
    return [
        x / 0
        for x in range(3)
    ]

def k():
    return {
        'a': 1,
        'b': [][0],
    }

last = None
for fn in g, h, i, j, k:
    try:
        fn()
    except Exception as e:
        e.__context__ = last
        last = e
raise last
