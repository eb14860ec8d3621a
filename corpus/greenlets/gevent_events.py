import gevent
from gevent.event import Event, AsyncResult

gate = Event()
def runner(name, pause):
    gevent.sleep(pause)
    print(name, 'at the gate', gate.is_set())
    print(name, 'through:', gate.wait())
def starter():
    gevent.sleep(1)
    print('open')
    gate.set()
    print('opened')
    gevent.sleep(0)
    print('a turn later')
    gate.clear()
    print('closed', gate.is_set(), gate.ready())

gevent.joinall([gevent.spawn(runner, *r) for r in (('a', 0), ('b', 0.5), ('c', 1.0), ('d', 0.2))] + [gevent.spawn(starter)], timeout=3)
print('wait with a timeout:', gate.wait(timeout=1), gate.wait(0))
gate.set()
gevent.sleep(0.1)

result = AsyncResult()
def asks(name):
    try:
        print(name, 'gets', result.get())
    except ValueError as error:
        print(name, 'gets', repr(error))
print(result.ready(), result.successful(), result.value, repr(result.exception))
waiters = [gevent.spawn(asks, n) for n in range(3)]
gevent.sleep(0)
result.set({'answer': 42})
print('set returns first')
gevent.joinall(waiters)
print(result.ready(), result.successful(), result.get(), result.get(block=False), result.wait())
failed = AsyncResult()
result = failed
waiters = [gevent.spawn(asks, n) for n in 'xy']
gevent.sleep(0)
failed.set_exception(ValueError('no answer'))
gevent.joinall(waiters)
print(failed.successful(), repr(failed.exception), failed.wait())
empty = AsyncResult()
try:
    empty.get(timeout=0.5)
except gevent.Timeout as timeout:
    print(timeout)
print(empty.wait(timeout=0.5))
try:
    empty.get_nowait()
except gevent.Timeout:
    print('nothing yet')
linked = AsyncResult()
job = gevent.spawn_later(1, lambda: 'from a link')
job.link(linked)
print(linked.get())
