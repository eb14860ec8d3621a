import gevent

def fetch(n):
    gevent.sleep(2)
    return n * 10

def price(n):
    return fetch(n) + 1

def show(n):
    print('article', n, 'costs', price(n))

gevent.joinall([
    gevent.spawn(show, n)
    for n in (1, 2, 3)])
