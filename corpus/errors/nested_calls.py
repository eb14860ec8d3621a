def a(x):
    return b(x + 1)

def b(x):
    y = x * 2
    return c(y, y)

def c(p, q):
    print('about to fail', p)
    return p / (q - p)

print('start')
a(1)
print('never')
