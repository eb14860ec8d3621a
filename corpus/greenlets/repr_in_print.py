# A switch out of __repr__ in print, of __str__, of __format__, of a list's repr, with output in between.
from greenlet import getcurrent, greenlet


class Shown:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        main.switch('repr')
        return '<' + self.name + '>'

    def __str__(self):
        main.switch('str')
        return self.name

    def __format__(self, spec):
        main.switch('format ' + spec)
        return self.name + spec


def prints():
    print('first', Shown('a'), [Shown('b'), Shown('c')], 'last', sep='|')
    print(f'{Shown("d"):>3} {Shown("e")!r}')
    print('%s and %r' % (Shown('f'), Shown('g')))
    return 'end'


main = getcurrent()
g = greenlet(prints)
v = g.switch()
while not g.dead:
    print('main sees', v)
    v = g.switch()
print(v)


# A list that is being shown in one greenlet is shown in another: the guard against recursion is the thread's.
def show():
    return repr(items)


items = [Shown('x')]
g, h = greenlet(show), greenlet(show)
print(g.switch())
print(h.switch())
print(g.switch())
