s = {3, 1, 2}
s.add(2)
s.add(4)
print(sorted(s), len(s), 2 in s, set() == set([]), s == {1, 2, 3, 4})
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(sorted(a.union([9])), sorted(a.intersection(b)), sorted(a.difference(b)), sorted(a.symmetric_difference(b)))
print({1} < a, a <= a, a > {1}, a.issubset(b), a.issuperset({1}), a.isdisjoint({7}))
a.discard(99)
a.remove(1)
a.update([7, 8])
print(sorted(a))
a -= {7}
a |= {0}
a &= {0, 2, 8}
print(sorted(a))
f = frozenset([1, 2])
print(f, {f: 'key'}[frozenset([2, 1])], sorted(f | {3}), hash(f) == hash(frozenset([2, 1])))
print(set(), {1}, {'x'}, {0, 1, 2, 3})
print(sorted(set('mississippi')), len({1, 1.0, True}))
try:
    {1}.remove(2)
except KeyError as e:
    print('KeyError', e)
try:
    set().pop()
except KeyError as e:
    print(e)
try:
    {[1]}
except TypeError as e:
    print(e)
c = s.copy()
c.clear()
print(c, sorted(s))
