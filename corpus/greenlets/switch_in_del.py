# Finalizers that switch: the object waits for its end, and others run meanwhile.
from greenlet import greenlet, getcurrent

main = getcurrent()
class Closing:
    def __init__(self, name): self.name = name
    def __del__(self):
        print('closing', self.name)
        print('closed', self.name, 'after', main.switch(f'{self.name} is closing'))

def single():
    x = Closing('x')
    x = None
    print('single goes on')
def several():
    a, b = Closing('a'), Closing('b')
    return 'several returns'
def in_list():
    l = [Closing(1), Closing(2), Closing(3)]
    del l[0]
    l.clear()
    print('list is', l)

for function in single, several, in_list:
    g, n = greenlet(function), 0
    got = g.switch()
    while not g.dead:
        n += 1
        print('  main:', got)
        got = g.switch(n)
    print(function.__name__, '->', got)
