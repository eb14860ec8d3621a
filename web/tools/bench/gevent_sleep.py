import gevent

def turn(n):
    for _ in range(n):
        gevent.sleep(0)

gevent.joinall([gevent.spawn(turn, SIZE // 2), gevent.spawn(turn, SIZE // 2)])
