def count(n):
    print('start')
    for i in range(n):
        yield i
        print('after', i)
    print('end')
    return 'result'

g = count(2)
print('made', type(g).__name__)
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as e:
    print('StopIteration', e.value)
try:
    next(g)
except StopIteration as e:
    print('again', e.value)
print(next(g, 'default'))
print(list(count(1)), [x for x in count(1)])
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
def take(n, it):
    for _, x in zip(range(n), it):
        yield x
print(list(take(3, fib())), sum(take(5, fib())), max(take(6, fib())))
def empty():
    return
    yield
print(list(empty()), iter(g) is g)
