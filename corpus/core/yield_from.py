def inner():
    got = yield 1
    print('inner got', got)
    try:
        yield 2
    except ValueError as e:
        print('inner caught', e)
    yield 3
    return 'inner result'

def outer():
    result = yield from inner()
    print('outer has', result)
    yield from 'ab'
    yield from [10, 20]
    last = yield from ()
    print(last)
    return 'outer result'

g = outer()
print(next(g), g.send('hi'), g.throw(ValueError('oops')), next(g), list(g))

def top():
    r = yield from outer()
    print('top', r)
print(list(top()))

def closes():
    try:
        yield 1
    finally:
        print('inner closed')
def wraps():
    try:
        yield from closes()
    finally:
        print('outer closed')
w = wraps()
next(w)
w.close()

class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('value of It')
        return self.n
def uses():
    print((yield from It()))
print(list(uses()))
try:
    def no_iter(): yield from 5
    next(no_iter())
except TypeError as e:
    print(e)
