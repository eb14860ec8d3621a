import time
import gevent

began = time.monotonic()
def log(*words): print(round(time.monotonic() - began, 1), *words)
def ticker():
    for i in range(4):
        log('tick', i)
        gevent.sleep(0.5)
def blocks():
    gevent.sleep(0.25)
    log('block')
    time.sleep(1)
    log('blocked')
def polite():
    for i in range(3):
        time.sleep(0.1)
        log('piece', i)
        gevent.sleep(0)

gevent.joinall([gevent.spawn(ticker), gevent.spawn(blocks)])
gevent.joinall([gevent.spawn(ticker), gevent.spawn(polite)])
