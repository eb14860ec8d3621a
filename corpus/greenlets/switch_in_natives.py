# A switch out of Python code that natives called: the native waits in the middle and goes on.
from functools import reduce, cmp_to_key
from greenlet import greenlet, getcurrent

main = getcurrent()
def pause(word): return main.switch(word)

class Key:
    def __init__(self, n): self.n = n
    def __repr__(self): pause(f'repr {self.n}'); return f'K{self.n}'
    def __hash__(self): pause(f'hash {self.n}'); return 1
    def __eq__(self, other): pause(f'eq {self.n} {other.n}'); return self.n == other.n
    def __lt__(self, other): pause(f'lt {self.n} {other.n}'); return self.n < other.n
    def __len__(self): pause('len'); return self.n
    def __bool__(self): pause('bool'); return self.n > 1
    def __index__(self): pause('index'); return self.n
    def __str__(self): pause('str'); return 'S'
    def __format__(self, spec): pause('format'); return 'F' + spec
    def __iter__(self): pause('iter'); return iter(range(self.n))
    def __contains__(self, x): pause('contains'); return x == self.n
    def __add__(self, other): pause('add'); return Key(self.n + other.n)

def sorts():
    l = [Key(3), Key(1), Key(2)]
    l.sort()
    print([k.n for k in l], [k.n for k in sorted(l, key=lambda k: pause('key') or -k.n)])
    print(min(l).n, max(l, key=lambda k: k.n).n)
    print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: pause('cmp') or a - b)))
def containers():
    d = {Key(1): 'one'}
    d[Key(2)] = 'two'
    print(d[Key(2)], d.get(Key(3)), Key(1) in d)
    s = {Key(1), Key(1), Key(2)}
    print(len(s), [Key(1), Key(2)].index(Key(2)), [Key(5)].count(Key(5)))
    print([Key(1), Key(2)] == [Key(1), Key(3)], (Key(1),) < (Key(2),))
def words():
    print(Key(1), [Key(2)], f'{Key(3)}{Key(4):x}{Key(5)!r}', '%s %r' % (Key(6), Key(7)))
    print('{} {}'.format(Key(8), Key(9)), ','.join(str(Key(n)) for n in range(2)))
def numbers():
    print(len(Key(4)), bool(Key(1)), any([Key(0), Key(2), Key(3)]), all([Key(2), Key(1)]))
    print([10, 20, 30][Key(1)], list(Key(3)), 5 in Key(5), sum([Key(1), Key(2)], Key(0)).n)
    print(reduce(lambda a, b: pause('reduce') or a * b, [1, 2, 3, 4]), list(filter(lambda x: pause('filter') or x > 1, [1, 2])))
    print(list(zip(Key(2), map(lambda x: pause('map') or x, 'ab'))), [*Key(2)], dict([(1, 2)]) | {3: len(Key(2))})

for function in sorts, containers, words, numbers:
    g, seen = greenlet(function), []
    word = g.switch()
    while not g.dead:
        seen.append(word)
        word = g.switch()
    print(function.__name__, len(seen), seen[:8])
