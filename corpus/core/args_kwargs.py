def show(*args, **kwargs):
    print(args, kwargs)

show()
show(1, 2)
show(a=1, b=2)
show(1, *[2, 3], *(4,), x=5, **{'y': 6, 'z': 7})

def mixed(a, b=2, *rest, c, d=4, **more):
    print(a, b, rest, c, d, more)

mixed(1, c=3)
mixed(1, 20, 30, 40, c=3, e=5)
mixed(*'xyz', c='c', **{'d': 'd'})

def forward(f, *args, **kwargs):
    return f(*args, **kwargs)

print(forward(max, 3, 9, 4), forward(sorted, 'bca', reverse=True))

def order(tag):
    print(tag, end=' ')
    return tag

def take(*a, **k):
    print('->', a, k)

take(order(1), *[order(2)], x=order(3), **{'y': order(4)})
take(*range(3), *'ab')
show(**{'a b': 1})
