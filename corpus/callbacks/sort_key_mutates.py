l = [3, 1, 2]
def grow(x):
    l.append(x * 10)
    print('in key', x, len(l), l)
    return x

try:
    l.sort(key=grow)
except ValueError as e:
    print('ValueError', e)
print(l)

m = [3, 1, 2]
def peek(x):
    print('sees', m, len(m), x)
    return -x
m.sort(key=peek)
print(m)

n = [2, 1]
def clear(x):
    n.clear()
    return x
try:
    n.sort(key=clear)
except ValueError as e:
    print('ValueError', e)
print(n)
src = [3, 1, 2]
print(sorted(src, key=lambda x: src.append(x) or x), src)
