d = {'a': 1, 'b': 2}
print(d, d['a'], d.get('z'), d.get('z', 0), len(d), 'a' in d, 1 in d)
d['c'] = 3
d.update({'a': 10, 'd': 4})
d.update(e=5)
print(d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop('a'), d.pop('zz', None), d.popitem(), d)
print(d.setdefault('b', 99), d.setdefault('n', 99), d)
del d['b']
print(d, d | {'x': 1}, dict(a=1, **{'b': 2}), dict([('k', 'v')]), dict.fromkeys('ab', 0))
d |= {'y': 2}
for k, v in d.items():
    print(k, v, end='; ')
print()
c = d.copy()
c.clear()
print(c, d == {'y': 2, 'c': 3, 'n': 99}, list(reversed(d)))
keys = d.keys()
d['late'] = 1
print(keys, d.values(), d.items())
print({1: 'a', 1.0: 'b', True: 'c'}, {(1, 2): 'tuple'}, sorted({'b': 1, 'a': 2}))
d['c'] = 'same place'
print(d)
for f in (lambda: {}['k'], lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}.pop('k')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
