# What of math is about whole numbers, or asks an object's class.


def floor(x, /):
    f = getattr(type(x), '__floor__', None)
    return _floor(x) if f is None or isinstance(x, (int, float)) else f(x)


def ceil(x, /):
    f = getattr(type(x), '__ceil__', None)
    return _ceil(x) if f is None or isinstance(x, (int, float)) else f(x)


def trunc(x, /):
    if isinstance(x, (int, float)):
        return _trunc(x)
    f = getattr(type(x), '__trunc__', None)
    if f is None:
        raise TypeError('type ' + type(x).__name__ + " doesn't define __trunc__ method")
    return f(x)


def fsum(seq, /):
    return _fsum(list(seq))


def _index(n):
    if not isinstance(n, int):
        raise TypeError(repr(type(n).__name__) + ' object cannot be interpreted as an integer')
    return n


def gcd(*numbers):
    found = 0
    for n in numbers:
        n = abs(_index(n))
        while n:
            found, n = n, found % n
    return found


def lcm(*numbers):
    found = 1
    for n in numbers:
        n = abs(_index(n))
        if n == 0:
            return 0
        found = found // gcd(found, n) * n
    return found


def factorial(n, /):
    if _index(n) < 0:
        raise ValueError('factorial() not defined for negative values')
    found = 1
    for i in range(2, n + 1):
        found *= i
    return found


def comb(n, k, /):
    if _index(n) < 0:
        raise ValueError('n must be a non-negative integer')
    if _index(k) < 0:
        raise ValueError('k must be a non-negative integer')
    if k > n:
        return 0
    k = min(k, n - k)
    found = 1
    for i in range(k):
        found = found * (n - i) // (i + 1)
    return found


def perm(n, k=None, /):
    if k is None:
        return factorial(n)
    if _index(n) < 0:
        raise ValueError('n must be a non-negative integer')
    if _index(k) < 0:
        raise ValueError('k must be a non-negative integer')
    found = 1
    for i in range(k):
        found *= n - i
    return found


def prod(iterable, /, *, start=1):
    for v in iterable:
        start *= v
    return start


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    apart = fabs(b - a)
    return apart <= fabs(rel_tol * b) or apart <= fabs(rel_tol * a) or apart <= abs_tol


def degrees(x, /):
    return x * (180.0 / pi)


def radians(x, /):
    return x * (pi / 180.0)
