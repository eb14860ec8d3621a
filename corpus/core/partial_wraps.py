import functools

def power(base, exp, *, mod=None):
    return base ** exp if mod is None else base ** exp % mod

square = functools.partial(power, exp=2)
two_to = functools.partial(power, 2)
print(square(5), two_to(10), two_to(10, mod=1000))
print(functools.partial(print, 'prefix', sep='-')('a', 'b'))
p = functools.partial(two_to, 3)
print(p(), p.func is power, p.args, p.keywords, square.keywords)

def trace(f):
    @functools.wraps(f)
    def inner(*a, **k):
        return 'traced', f(*a, **k)
    return inner

@trace
def documented(x):
    """A docstring."""
    return x
print(documented(1), documented.__name__, documented.__doc__, documented.__wrapped__(2))
print(list(map(functools.partial(pow, 2), range(5))))
try:
    functools.partial(5)
except TypeError as e:
    print(e)
try:
    square()
except TypeError as e:
    print(e)
