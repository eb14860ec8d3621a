import time

class Door:
    wait = staticmethod(time.sleep)
    def __init__(self, name): self.name = name
    def knock(self, pause):
        print('knock', self.name)
        self.wait(pause)
        print('open', self.name)
        time.sleep(pause)
        print('shut', self.name)

import gevent
from gevent import monkey
monkey.patch_all()
gevent.joinall([gevent.spawn(Door(n).knock, p) for n, p in (('A', 1), ('B', 0.5))])
