items = [1, 2, 3, 4]
for x in items:
    if x == 2:
        items.remove(x)
    print(x, end=' ')
print(items)

grow = [1]
for x in grow:
    if len(grow) < 5:
        grow.append(x * 2)
print(grow)

d = {'a': 1, 'b': 2}
try:
    for k in d:
        d[k + k] = 0
except RuntimeError as e:
    print(e, len(d))
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e, len(d))
for k in list(d):
    d.pop(k)
print(d)

s = {1}
try:
    for x in s:
        s.add(x + 1)
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
for k in d:
    d[k] = d[k] * 10
print(d)
x = 'outer'
for x in range(2):
    pass
print(x)
