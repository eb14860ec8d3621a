f = lambda x, y=2, *a, k=5: (x, y, a, k)
print(f(1), f(1, 3, 4, k=6), f.__name__)
print((lambda: 'called')(), (lambda *a: sum(a))(1, 2, 3))
sign = lambda n: 'neg' if n < 0 else 'zero' if n == 0 else 'pos'
print([sign(n) for n in (-1, 0, 1)])
ops = {'+': lambda a, b: a + b, '*': lambda a, b: a * b}
print([ops[o](3, 4) for o in '+*'])
compose = lambda f, g: lambda x: f(g(x))
print(compose(lambda x: x + 1, lambda x: x * 10)(5))
print(1 and 2, 0 and 2, 1 or 2, 0 or '', None or [] or 'last', not 1, not [])
def t(x):
    print('t', x, end=' ')
    return x
print(t(0) or t(1) and t(2))
print(t(1) if t(0) else t(3))
print((lambda n: n if n < 2 else 'big')(5))
y = (lambda: (yield))
print(type(y()).__name__)
