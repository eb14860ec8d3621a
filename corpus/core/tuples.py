t = (1, 'a', None)
print(t, t[0], t[-1], len(t), t + (2,), t * 2, 'a' in t)
print((), (1,), tuple([1, 2]), tuple('ab'), tuple(range(3)))
print(t.index('a'), t.count(1), (1, 2) < (1, 3), (1, 2) == (1, 2), (1, [2]) == (1, [2]))
print(t[1:], t[::-1], sorted((3, 1, 2)), max((1, 2), (1, 3)))
a = 1, 2
print(a, type(a).__name__, hash((1, 2)) == hash((1, 2)))
d = {(0, 0): 'origin', (1, 0): 'east'}
print(d[0, 0], d.get((1, 0)))
inner = ([], 1)
inner[0].append('changed')
print(inner)
try:
    inner[0] += ['x']
except TypeError as e:
    print(e)
print(inner)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    hash(inner)
except TypeError as e:
    print(e)
for x, (y, z) in [(1, (2, 3)), (4, (5, 6))]:
    print(x, y, z)
