for c in 'añ日':
    print(c, ord(c), len(c), end='; ')
print()
print(list('abc'), tuple('xy'), [c.upper() for c in 'abc'])
it = iter('ab')
print(next(it), next(it), next(it, None))
print('abc'[::-1], 'abc'[1], 'abc'[-1], 'abcdef'[1:4], 'abcdef'[::2], 'abc'[5:])
for i, c in enumerate('xy', start=1):
    print(i, c)
print(dict(zip('abc', range(3))), ''.join(reversed('abc')))
a, b, c = 'xyz'
print(a, b, c)
try:
    'abc'[10]
except IndexError as e:
    print(e)
try:
    'abc'[0] = 'x'
except TypeError as e:
    print(e)
try:
    'abc' + 1
except TypeError as e:
    print(e)
words = 'the quick brown fox the end'.split()
count = {}
for w in words:
    count[w] = count.get(w, 0) + 1
print(count)
