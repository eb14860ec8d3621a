# Loops, list, sum, join and unpacking are left in __next__.
from greenlet import greenlet, getcurrent

main = getcurrent()
def pause(word): return main.switch(word)

def run(function, between=lambda n: None, fail_at=None):
    """In a greenlet; at each of its switches something happens in between, or an error is thrown in."""
    g, n = greenlet(function), 0
    word = g.switch()
    while not g.dead:
        print('  ', n, word)
        between(n)
        n += 1
        try:
            word = g.throw(LookupError(f'thrown at {n}')) if n == fail_at else g.switch(n)
        except Exception as error:
            print('  out:', repr(error))
            return
    print('=>', word)

def both(*functions):
    """Several at once, a step each."""
    under_way = [greenlet(function) for function in functions]
    while under_way:
        for g in list(under_way):
            word = g.switch()
            print('  ', word)
            if g.dead:
                under_way.remove(g)

class It:
    def __init__(self, *items): self.items = list(items)
    def __iter__(self): return self
    def __next__(self):
        if not self.items:
            pause('the end')
            raise StopIteration
        item = self.items.pop(0)
        pause(f'next {item}')
        return item

def loop():
    got = []
    for x in It(1, 2):
        got.append(x)
    else:
        got.append('else')
    return got
run(loop)
run(lambda: list(It(1, 2)) + [*It(3)])
run(lambda: sum(It(1, 2, 3)))
run(lambda: ','.join(It('a', 'b')))
def unpack():
    a, *b, c = It(1, 2, 3, 4)
    return a, b, c
run(unpack)
def too_many():
    a, b = It(1, 2, 3)
run(too_many)
source = It(1, 2)
run(lambda: list(source), lambda n: source.items.append(n * 10) if n < 2 else None)
run(lambda: tuple(It('x', 'y')), fail_at=2)
run(lambda: (dict(It(('k', 1), ('l', 2))), set(It(1)), max(It(4, 5)), any(It(0, 7)), all(It(1, 0))))
l = [0]
run(lambda: l.extend(It(1, 2)), lambda n: print('  list', l))
run(lambda: l.__setitem__(slice(0, 1), It('s')), lambda n: l.append('late') if n == 0 else None)
print(l)
def star(*args): return args
run(lambda: star(*It(1), *It(2)))
run(lambda: (list(zip(It(1, 2), It(3))), list(enumerate(It('e'))), list(map(str, It(5))), list(filter(None, It(0, 6)))))
both(lambda: list(It(1, 2)), lambda: sum(It(10, 20)))
