n, w = None, 'wide'
def f1(): return f'{n.x}'
def f2(): return f'before {n + 1} after'
def f3(): return f'{w:>{n.x}}'
def f4(): return f'{w:d}'
def f5(): return f'{1 / 0:.2f}' + 'tail'
def f6(): return '%d items' % w
def f7(): return '{} {}'.format(1)
def f8(): return '{a}'.format(b=1)
def f9(): return f'{w!r:q}'
last = None
for f in f1, f2, f3, f4, f5, f6, f7, f8, f9:
    try:
        f()
    except Exception as e:
        e.__context__ = last
        last = e
raise last
