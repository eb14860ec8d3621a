words = ['pear', 'Apple', 'fig', 'banana', 'kiwi']
print(sorted(words), sorted(words, key=len), sorted(words, key=str.lower), sorted(words, reverse=True))
print(sorted(words, key=len, reverse=True), sorted(words, key=lambda w: w[-1]))
pairs = [('b', 2), ('a', 2), ('c', 1)]
print(sorted(pairs), sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: (-p[1], p[0])))
d = {'x': 3, 'y': 1, 'z': 2}
print(sorted(d), sorted(d, key=d.get), sorted(d.items(), key=lambda kv: kv[1]))
l = [5, 2, 9, 2]
print(l.sort(), l, sorted(l) is l)
print(sorted([True, 0, 2.5, -1]), sorted([[2], [1, 5], [1]]), sorted('hello'), sorted([]))
calls = []
def key(x):
    calls.append(x)
    return -x
print(sorted([3, 1, 2], key=key), calls)
print(sorted(range(20), key=lambda n: n % 3))
print(min(words, key=len), max(words, key=len), min([3, 1], default=0), max([], default='none'))
print(sorted([1.5, 1, 2]), sorted({3, 1, 2}), sorted((n for n in (2, 1)), reverse=True))
try:
    sorted([1, 'a'])
except TypeError as e:
    print(e)
try:
    sorted([3, None, 1])
except TypeError as e:
    print(e)
try:
    max([])
except ValueError as e:
    print(e)
