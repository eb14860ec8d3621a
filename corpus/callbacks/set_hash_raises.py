class K:
    def __hash__(self): raise KeyError('hash')

s = {1}
k = K()
for what in (lambda: k in s, lambda: s.add(k), lambda: s.discard(k), lambda: {k}, lambda: {1, k}, lambda: set([k]),
             lambda: {x for x in [k]}, lambda: s.union([k]), lambda: s.update([2, k]), lambda: s.isdisjoint([k])):
    try:
        print(what())
    except KeyError as e:
        print('KeyError', e, sorted(s))
def f():
    return {k: 0 for k in [K()]}
f()
