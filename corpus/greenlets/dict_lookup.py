# A switch out of __eq__ and __hash__ in look-ups of dicts and sets, with the dict changed meanwhile.
from greenlet import getcurrent, greenlet


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        main.switch('hash of ' + self.name)
        return 1

    def __eq__(self, other):
        main.switch(self.name + ' == ' + other.name)
        return self.name == other.name


def run(g):
    steps = []
    v = g.switch()
    while not g.dead:
        steps.append(v)
        v = g.switch()
    print(steps, '->', v)


def fill():
    table[Key('a')] = 1
    table[Key('b')] = 2
    return [k.name for k in table]


def find(name):
    return lambda: table.get(Key(name), 'nothing')


def member():
    return Key('b') in {Key('a'), Key('b')}


main = getcurrent()
table = {}
run(greenlet(fill))
run(greenlet(find('b')))
run(greenlet(find('c')))
run(greenlet(member))
# Two look-ups that stand in each other's midst.
g, h = greenlet(find('a')), greenlet(find('b'))
for each in (g, h, g, h, g, h):
    print(each.switch())
print(h.switch(), g.dead, h.dead)
