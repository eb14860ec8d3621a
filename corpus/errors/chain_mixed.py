def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        try:
            {}['k']
        except KeyError as k:
            raise ValueError('both') from e
try:
    f()
finally:
    x = [][0]
