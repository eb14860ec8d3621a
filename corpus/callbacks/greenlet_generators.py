# send, throw, close and yield from pass through a generator that waits in the middle.
from greenlet import greenlet, getcurrent

main = getcurrent()
def pause(word): return main.switch(word)

def run(function, between=lambda n: None, fail_at=None):
    """In a greenlet; at each of its switches something happens in between, or an error is thrown in."""
    g, n = greenlet(function), 0
    word = g.switch()
    while not g.dead:
        print('  ', n, word)
        between(n)
        n += 1
        try:
            word = g.throw(LookupError(f'thrown at {n}')) if n == fail_at else g.switch(n)
        except Exception as error:
            print('  out:', repr(error))
            return
    print('=>', word)

def both(*functions):
    """Several at once, a step each."""
    under_way = [greenlet(function) for function in functions]
    while under_way:
        for g in list(under_way):
            word = g.switch()
            print('  ', word)
            if g.dead:
                under_way.remove(g)

def numbers(n):
    try:
        for i in range(n):
            got = yield pause(f'yield {i}')
            pause(f'got {got}')
    except ValueError as error:
        pause(f'caught {error}')
        yield 'after'
    finally:
        pause('finally')

def outer(n):
    result = yield from numbers(n)
    return result, pause('outer returns')

run(lambda: list(outer(2)))
g = numbers(3)
run(lambda: (next(g), g.send('s')))
run(lambda: g.throw(ValueError('v')))
run(lambda: g.close())
g = outer(3)
run(lambda: next(g))
run(lambda: g.close())
run(lambda: [x for x in outer(2)], fail_at=2)
run(lambda: dict(zip(numbers(2), numbers(1))))
h = numbers(1)
def busy(n):
    try:
        next(h)
    except (ValueError, StopIteration) as error:
        print('  meanwhile:', repr(error))
run(lambda: list(h), busy)
async def awaits():
    async def inner(): return pause('in a coroutine')
    return await inner(), await inner()
def driven():
    try:
        awaits().send(None)
    except StopIteration as stop:
        return stop.value
run(driven)
both(lambda: list(outer(1)), lambda: next(numbers(1)))
