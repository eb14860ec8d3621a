# The last reference to a greenlet that waits goes away: GreenletExit is raised where it waits.
from greenlet import GreenletExit, getcurrent, greenlet

main = getcurrent()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def waits(name):
    local = Noisy(name)
    try:
        main.switch()
    except GreenletExit as e:
        print(name, 'exit:', e, getcurrent().parent is main)
        raise
    finally:
        print(name, 'finally')


g = greenlet(waits)
g.switch('a')
print('drop a')
del g
print('dropped a')
greenlet(waits).switch('b')
print('after b')


def catches():
    try:
        main.switch()
    except GreenletExit:
        print('caught, and returns')
        return 'unheard'


g = greenlet(catches)
g.switch()
g = None
print('after catches')


def raises():
    try:
        main.switch()
    except GreenletExit:
        raise ValueError('instead')


g = greenlet(raises)
g.switch()
g = None
print('after raises')


def survives():
    try:
        main.switch()
    except GreenletExit:
        kept.append(getcurrent())
        print('goes on:', main.switch())
    return 'survived'


kept = []
g = greenlet(survives)
g.switch()
g = None
print('after survives', len(kept), kept[0].dead)
print(kept[0].switch('still here'), kept[0].dead)


def stubborn():
    try:
        main.switch()
    except GreenletExit:
        main.switch()


g = greenlet(stubborn)
g.switch()
g = None
print('after stubborn')


def drops_other():
    other = greenlet(waits)
    other.switch_from = getcurrent()
    main.switch(other)
    print('never')


g = greenlet(drops_other)
g.switch()
print('drop one that holds another')
g = None
print('end')
