from time import sleep      # the original
from gevent import monkey
monkey.patch_all()
import gevent

def greet(n):
    print('hello', n)
    sleep(3)
    print('world', n)

gevent.joinall([
    gevent.spawn(greet, n)
    for n in (1, 2, 3)])
