# The program ends while greenlets wait: nothing is raised in them, and what they hold is never let go of.
from greenlet import getcurrent, greenlet


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def waits(name):
    local = Noisy(name)
    try:
        main.switch()
    except BaseException as e:
        print('left', name, 'with', repr(e))
        raise
    finally:
        print('finally', name)


main = getcurrent()
held = greenlet(waits)
held.switch('held')
in_cycle = greenlet(waits)
in_cycle.itself = in_cycle
in_cycle.switch('in a cycle')
new = greenlet(waits)
new.note = Noisy('note of one that has not begun')
mine = Noisy('mine')
print('end')
