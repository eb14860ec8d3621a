def averager():
    total, n, avg = 0, 0, None
    while True:
        x = yield avg
        print('got', x)
        if x is None:
            return total, n
        total += x
        n += 1
        avg = total / n

a = averager()
print(next(a), a.send(10), a.send(20), a.send(60))
try:
    a.send(None)
except StopIteration as e:
    print(e.value)
b = averager()
try:
    b.send(5)
except TypeError as e:
    print(e)
def echo():
    got = []
    try:
        while True:
            got.append((yield len(got)))
    finally:
        print('collected', got)
e = echo()
next(e)
for word in 'a', 'b':
    print(e.send(word))
e.close()
def pair():
    x = (yield 'first') + (yield 'second')
    yield x
p = pair()
print(next(p), p.send(1), p.send(2))
