import gevent.monkey
gevent.monkey.patch_all()
from time import sleep

def knock(door, pause):
    print('knock', door)
    sleep(pause)
    print('open', door)

gevent.joinall([gevent.spawn(knock, d, p) for d, p in (('B', 2), ('A', 0.5), ('C', 1))])
