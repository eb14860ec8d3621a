# A switch out of __del__: what dies after it waits on that greenlet, and the others go on.
from greenlet import getcurrent, greenlet


class Dies:
    def __init__(self, name, switches):
        self.name, self.switches = name, switches

    def __del__(self):
        print('del', self.name)
        if self.switches:
            print(self.name, 'came back with', main.switch('out of ' + self.name))


def drops():
    pair = [Dies('one', True), Dies('two', False), Dies('three', True)]
    del pair
    print('dropped')
    return 'end'


main = getcurrent()
g = greenlet(drops)
print(g.switch())
other = Dies('main\'s', False)
del other
print(g.switch(1))
print(g.switch(2))


def in_dict():
    table = {'k': Dies('value', True)}
    table['k'] = None
    print('replaced', table)


h = greenlet(in_dict)
print(h.switch())
print('meanwhile')
h.switch('later')
print(h.dead)
