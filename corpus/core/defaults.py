def collect(x, into=[]):
    into.append(x)
    return into

print(collect(1), collect(2), collect(3, []))
print(collect.__defaults__)

def late():
    print('default is computed now')
    return 7

def f(a, b=late(), *, c='c'):
    return a, b, c

print(f(1), f(1, 2), f(1, c=3), f(b=5, a=4))
print(f.__defaults__, f.__kwdefaults__)

n = 1
def g(x=n):
    return x
n = 2
print(g(), n)

def h(seen=None):
    if seen is None:
        seen = []
    seen.append('x')
    return seen
print(h(), h())
