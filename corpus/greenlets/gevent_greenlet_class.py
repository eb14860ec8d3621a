import gevent
from gevent import Greenlet

class Fetch(Greenlet):
    def __init__(self, name, seconds):
        super().__init__()
        self.name_, self.seconds = name, seconds
    def _run(self):
        gevent.sleep(self.seconds)
        return self.name_ + '!'

a, b = Fetch('a', 2), Fetch('b', 1)
print(a.started, a.ready(), bool(a))
a.start()
b.start_later(0.5)
print(a.started, b.started)
gevent.joinall([a, b])
print(a.value, b.value, a.get(), a.successful())
c = Greenlet(lambda x, y=1: x + y, 1, y=5)
c.start()
c.join()
print(c.value, c.args, c.kwargs)
d = Greenlet.spawn(len, 'four')
print(d.get(), gevent.getcurrent() is gevent.getcurrent(), type(d).__name__)
e = Greenlet.spawn_later(1, lambda: isinstance(gevent.getcurrent(), Greenlet))
print(e.get())
def current():
    me = gevent.getcurrent()
    gevent.sleep(1)
    return me is gevent.getcurrent()
print([g.value for g in gevent.joinall([gevent.spawn(current) for _ in range(2)])])
never = Fetch('never', 1)
print(never.started, never.dead, never.value)
try:
    Greenlet('not callable').start()
except TypeError as error:
    print(error)
