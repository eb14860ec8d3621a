import gevent

def greet(n):
    print('hello', n)
    gevent.sleep(3)
    print('world', n)

gevent.joinall([
    gevent.spawn(greet, n)
    for n in (1, 2, 3)])
