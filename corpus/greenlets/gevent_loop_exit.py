import gevent
from gevent.event import Event
from gevent.exceptions import LoopExit

def waits(event): event.wait()
event = Event()
try:
    gevent.spawn(waits, event).join()
except LoopExit as error:
    print(type(error).__name__, error.args[0])
try:
    event.wait()
except LoopExit as error:
    print('again', error.args[0])
def opens():
    gevent.sleep(1)
    event.set()
gevent.spawn(opens)
print(event.wait())
a = gevent.spawn(lambda: b.join())
b = gevent.spawn(lambda: a.join())
try:
    gevent.joinall([a, b])
except LoopExit:
    print('each waits for the other')
print(gevent.joinall([a, b], timeout=1), a.ready(), b.ready())
