def add(a, b):
    return a + b

def nothing():
    pass

def early(n):
    if n < 0:
        return 'negative'
    if n == 0:
        return 'zero'
    return 'positive'

def swap(a, b):
    return b, a

print(add(2, 3), add('x', 'y'), add([1], [2]))
print(nothing())
for n in (-1, 0, 1):
    print(n, early(n))
x, y = swap(1, 2)
print(x, y)
print(add.__name__, early.__qualname__)

def outer():
    def inner():
        return 'inner'
    return inner

print(outer()(), outer().__qualname__)
f = add
print(f(10, 20), f is add, f == add)

def documented():
    """Says what it does."""
    return 1

print(documented.__doc__, add.__doc__)
