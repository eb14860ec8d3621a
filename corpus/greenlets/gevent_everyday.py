import gevent
from gevent import monkey
monkey.patch_all()
import time
from gevent.event import Event, AsyncResult

def greet(n):
    print('hello', n)
    time.sleep(3)
    print('world', n)

gevent.joinall([gevent.spawn(greet, n) for n in (1, 2, 3)])
e = Event()
def waiter(n):
    print('wait', n, e.wait())
def fail():
    gevent.sleep(0.5)
    raise ValueError('no')
gs = [gevent.spawn(waiter, i) for i in range(3)]
f = gevent.spawn(fail)
gevent.sleep(1)
e.set()
gevent.joinall(gs)
print(f.exception, f.value, f.ready(), f.successful())
try:
    f.get()
except ValueError as x:
    print('got', x)
try:
    with gevent.Timeout(0.2):
        gevent.sleep(1)
except gevent.Timeout as t:
    print('timeout', t)
k = gevent.spawn(greet, 9)
gevent.sleep(0.1)
k.kill()
print(k.value, k.dead)
r = AsyncResult()
gevent.spawn_later(0.3, r.set, 5)
print(r.get())
print(gevent.wait([gevent.spawn(lambda: 1)])[0].value)
Event().wait()
