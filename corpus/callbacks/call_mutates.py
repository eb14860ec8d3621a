l = [1, 2, 3]
def f(x):
    l.remove(x)
    return x
print(list(map(f, l)), l)
l = [1, 2, 3]
print(list(filter(lambda x: l.append(x) if len(l) < 6 else True, l)), l)
class C:
    def __init__(self): self.calls = []
    def __call__(self, x):
        self.calls.append(x)
        C.__call__ = lambda self, x: 'replaced'
        return x
c = C()
print(c(1), c(2), c.calls)
d = {'a': 1, 'b': 2}
try:
    print(list(map(lambda k: d.pop(k), d)))
except RuntimeError as e:
    print(e, d)
items = [3, 1, 2]
print(max(items, key=lambda x: items.clear() or x), items)
def g(*a): return a
args = [1, 2]
print(g(*args, **(args.clear() or {})), args)
def h(): 
    global h
    h = lambda: 'new h'
    return 'old h'
print(h(), h())
