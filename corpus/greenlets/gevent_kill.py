import gevent
from gevent import GreenletExit

def worker(name):
    n = 0
    try:
        while True:
            print(name, n)
            gevent.sleep(1)
            n += 1
    except GreenletExit:
        print(name, 'killed')
        gevent.sleep(0.5)
        print(name, 'said goodbye')
        return n
    finally:
        print(name, 'finally')

a, b, c = (gevent.spawn(worker, name) for name in 'abc')
gevent.sleep(1.5)
print('kill a', a.kill(), a.value, a.successful(), a.dead)
print('kill b without waiting', b.kill(block=False), b.dead)
print('kill c with another', c.kill(KeyError('reason')), repr(c.exception), c.value, c.successful())
b.join()
print(b.value, b.ready())
never = gevent.spawn(worker, 'never')
never.kill()
print(repr(never.value), never.successful(), never.dead)
a.kill()
gevent.killall([gevent.spawn(worker, 'd'), gevent.spawn(worker, 'e')])
print('not one of them began')
def stubborn():
    while True:
        try:
            gevent.sleep(1)
            return 'enough'
        except GreenletExit:
            print('no')
s = gevent.spawn(stubborn)
gevent.sleep(0)
s.kill(timeout=0.5)
print('still', s.dead)
print(s.get())
gevent.spawn_later(1, s.kill)
def quits(): raise GreenletExit('a value')
q = gevent.spawn(quits)
print(repr(q.get()), q.successful(), q.exception)
