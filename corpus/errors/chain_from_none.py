def f():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('hides the first') from None

try:
    f()
except ValueError as e:
    print(repr(e.__context__), e.__cause__)
    raise KeyError('shows the second')
