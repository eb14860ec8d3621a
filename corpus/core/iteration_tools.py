print(list(enumerate('ab')), list(enumerate('ab', 5)), list(zip([1, 2, 3], 'ab')), list(zip()))
print(list(map(lambda x: x + 1, [1, 2])), list(map(lambda a, b: a * b, [1, 2], [3, 4, 5])), list(map(str, (1, 2))))
print(list(filter(lambda x: x > 1, [0, 1, 2, 3])), list(filter(None, [0, 1, '', 'a', None])))
print(any([0, 1]), any([]), all([1, 1]), all([]), all([1, 0]), any(x > 2 for x in range(5)))
print(min(3, 1, 2), max([1, 5, 2]), min('b', 'a'), sum([1, 2, 3]), sum([1.5, 2]), sum([[1], [2]], []), sum(range(5), 10))
print(list(reversed([1, 2, 3])), list(range(5, 0, -2)), len(range(0, 10, 3)), 4 in range(0, 10, 2), list(range(0)))
z = zip('abc', range(3))
print(next(z), list(z), list(z))
m = map(print, ['lazy', 'really'])
print('nothing yet')
print(list(m))
def noisy(items):
    for i in items:
        print('<', i, end=' ')
        yield i
print(any(x == 2 for x in noisy([1, 2, 3])))
print(list(zip(noisy([1, 2]), noisy('ab'))))
print(dict(zip('ab', [1, 2])), [*zip(*[(1, 2), (3, 4)])])
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), next(it, 'done'))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
print(list(iter(lambda c=[0]: c.append(0) or len(c), 4)))
