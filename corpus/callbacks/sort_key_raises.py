calls = []
def key(x):
    calls.append(x)
    if x == 2:
        raise ValueError(f'no key for {x}')
    return -x

l = [3, 1, 2, 4]
try:
    l.sort(key=key)
except ValueError as e:
    print(e, l, calls)
for f in sorted, max, min:
    try:
        f([5, 2, 7], key=key)
    except ValueError as e:
        print(f.__name__, e)
print(l, len(l))
l.sort(key=lambda x: [x % 2, x])
print(l)
l.sort(key=key)
