# What a greenlet says of itself before, while and after it runs; its run attribute; subclasses.
from greenlet import GreenletExit, getcurrent, greenlet


def states(g):
    return bool(g), g.dead, g is getcurrent()


def body():
    print('inside', states(getcurrent()))
    print(getcurrent())
    main.switch()
    return 5


main = getcurrent()
g = greenlet(body)
print('new', states(g), g.run is body)
print(g)
g.switch()
print('waits', states(g))
print(g)
for attempt in (lambda: g.run, lambda: setattr(g, 'run', body), lambda: main.run, lambda: setattr(main, 'run', 1)):
    try:
        attempt()
    except AttributeError as e:
        print('AttributeError:', e)
print(g.switch())
print('dead', states(g))
print(g)
print(main)
print(g.switch(), g.switch(4), g.switch(4, 5))


class Counter(greenlet):
    made = 0

    def __init__(self, limit):
        super().__init__()
        Counter.made += 1
        self.limit = limit

    def run(self, step):
        n = 0
        while n < self.limit:
            n += step
            self.parent.switch(n)
        return 'counted'

    def __repr__(self):
        return 'Counter(' + str(self.limit) + ')'


c = Counter(4)
print(c, Counter.made, c.__dict__)
print(c.switch(2), c.switch(), c.switch(), c.dead)
c.note = 'kept'
print(c.__dict__, isinstance(c, greenlet))


class Quiet(greenlet):
    def run(self):
        raise GreenletExit('nothing to say')


print(repr(Quiet().switch()))
print(Quiet())
try:
    greenlet(None).switch()
except TypeError as e:
    print('TypeError:', e)
for call in (lambda: greenlet(1, 2, 3), lambda: greenlet(other=1), lambda: greenlet(body, 5), lambda: greenlet().switch()):
    try:
        call()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(greenlet.getcurrent() is main, greenlet.GreenletExit is GreenletExit)
