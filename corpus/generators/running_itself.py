# A generator that is under way can't be entered again; errors leave it as they should.
def again():
    try:
        next(me)
    except ValueError as error:
        print(error, me.gi_running)
    yield 1
    try:
        me.close()
    except ValueError as error:
        print(error)
    try:
        me.throw(KeyError)
    except ValueError as error:
        print(error)
    yield 2
me = again()
print(next(me), me.gi_running, next(me), list(me))

def child():
    yield 'child'
    print('in child:', parent.gi_running, parent.gi_yieldfrom is kid)
    try:
        parent.send(None)
    except ValueError as error:
        print(error)
    yield 'child 2'
def parents():
    yield from kid
kid, parent = child(), parents()
print(list(parent), parent.gi_yieldfrom)

def numbers():
    yield from range(2)
    raise StopIteration('by hand')
try:
    list(numbers())
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__suppress_context__)
def leaking():
    yield next(iter(()))
try:
    list(leaking())
except RuntimeError as error:
    print(error)
print([x for x in iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)])
shared = (x * 10 for x in range(5))
print(list(zip(shared, shared)), next(shared, 'gone'))
def uses_finally():
    try:
        yield 1
        return 'returned'
    finally:
        yield 'from finally'
g = uses_finally()
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
