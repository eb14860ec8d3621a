from gevent import monkey
monkey.patch_all()
import gevent
import time

def greet(n):
    print('hello', n)
    time.sleep(3)
    print('world', n)

gevent.joinall([
    gevent.spawn(greet, n)
    for n in (1, 2, 3)])
