def f(x):
    print(x is 'a', x is not 5)
    print((1)(2) if x else (1, 2)[0])
    assert (x, 'always true')
    return 'abc'['a'] if x == 'z' else '\d'
try:
    print(f(''))
except Exception as e:
    print(type(e).__name__, e)
