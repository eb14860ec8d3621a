# Everything patched: time.sleep lets the others go on; waiting for the loop, idle, iwait, and a wait that nothing can end.
import gevent
from gevent import monkey
monkey.patch_all()
import time
begun = time.time()
def f(n):
    print(n, round(time.time() - begun, 3))
    time.sleep(n)
    print('done', n)
gevent.joinall([gevent.spawn(f, i) for i in (3,1,2)])
from gevent.event import Event, AsyncResult
ev = Event()
def waiter(): ev.wait(); print('w')
gevent.spawn(waiter); gevent.spawn_later(0.5, ev.set)
print(gevent.wait(timeout=2))
print(gevent.getcurrent().__class__, gevent.get_hub().__class__)
gevent.idle()
print(list(map(type, gevent.iwait([gevent.spawn(f, 1)]))))
Event().wait()
