def countdown(n):
    yield n
    if n:
        yield from countdown(n - 1)

print(sum(countdown(400)))

def forever(n):
    yield n
    yield from forever(n + 1)

reached = 0
try:
    for reached in forever(0):
        pass
except RecursionError as e:
    print(e, reached > 400)

def fails(n):
    if n:
        return (yield from fails(n - 1))
    yield 'innermost'
    raise KeyError('through all of them')

it = fails(400)
print(next(it))
try:
    next(it)
except KeyError as e:
    print(e)

def returns(n):
    if not n:
        got = yield 'ready'
        return got
    return (yield from returns(n - 1)) + 1

it = returns(300)
print(next(it))
try:
    it.send(5)
except StopIteration as e:
    print(e.value)
