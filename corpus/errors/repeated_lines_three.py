def f(n):
    f(n - 1) if n else [][0]

f(3)
