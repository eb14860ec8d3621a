import time
import gevent

def knock(door, pause):
    print('knock', door)
    time.sleep(pause)
    print('open', door)
    gevent.sleep(pause)
    print('shut', door)

gevent.joinall([gevent.spawn(knock, 'B', 2), gevent.spawn(knock, 'A', 0.5)])
