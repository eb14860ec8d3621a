from gevent import monkey
monkey.patch_all()
import threading
import time
import gevent

def work(n):
    print(n, 'in a greenlet:', isinstance(gevent.getcurrent(), gevent.Greenlet))
    time.sleep(n)
    print(n, 'done')

threads = [threading.Thread(target=work, args=(n,)) for n in (3, 1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lock = threading.Lock()
def turns(name):
    for i in range(2):
        with lock:
            print(name, i)
            time.sleep(0.5)
gevent.joinall([gevent.spawn(turns, 'x'), gevent.spawn(turns, 'y')])
