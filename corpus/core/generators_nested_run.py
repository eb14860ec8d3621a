def gen():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield 'ok'
me = gen()
print(next(me))
def si():
    yield next(iter([]))
try:
    next(si())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def raising():
    yield 1
    raise KeyError('gen')
r = raising()
print(next(r))
try:
    next(r)
except KeyError as e:
    print('KeyError', e)
print(next(r, 'finished'))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
print(me.__name__, gen.__name__, (x for x in ()).__name__)
