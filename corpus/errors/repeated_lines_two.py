def a(n):
    if n == 0:
        return 1 / 0
    return a(n - 1)

def b(n):
    if n == 0:
        return a(5)
    return b(n - 1)

b(2)
