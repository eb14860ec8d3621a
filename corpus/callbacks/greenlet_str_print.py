# print is left in __str__, and in the write of its file.
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

class S:
    def __init__(self, v): self.v = v
    def __str__(self):
        pause(f'str {self.v}')
        return f'S{self.v}'
class Out:
    def __init__(self): self.got = []
    def write(self, text):
        self.got.append(text)
        pause(f'write {text!r}')
    def flush(self): pause('flush')

out, l = Out(), ['a']
run(lambda: print(S(1), 'and', S(2), sep='-'))
run(lambda: print(1, 2, file=out, sep='+', flush=True))
print(out.got)
run(lambda: print(S(4), S(5), file=out), fail_at=2)
print(out.got[4:])
run(lambda: '%s %s' % (S(6), l), lambda n: l.append('b'))
run(lambda: '{} {}'.format(S(7), l), lambda n: l.clear())
run(lambda: ''.join(str(S(n)) for n in range(2)))
run(lambda: str(S(8)) + format(S(9)))
def both_print(name):
    return lambda: print(name, S(name), file=out)
del out.got[:]
both(both_print('x'), both_print('y'))
print(out.got)
