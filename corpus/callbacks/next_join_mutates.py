l = ['a', 'b', 'c']
def shrink():
    for x in l:
        l.pop()
        yield x
print('-'.join(shrink()), l)
l = ['a']
def grow():
    for x in l:
        if len(l) < 4: l.append(x + 'x')
        yield x
print('-'.join(grow()), l)
d = {'k': 1}
def in_dict():
    for k in d:
        d[k + k] = 1
        yield k
try:
    '-'.join(in_dict())
except RuntimeError as e:
    print(e, d)
def late():
    l.clear()
    yield 'only'
print('-'.join(late()), l)
