# kill: before the start, while it waits, what catches it; the value is the exception.
import gevent
from gevent import GreenletExit, Timeout


def waits(name):
    try:
        gevent.sleep(10)
        print('never')
    except GreenletExit as e:
        print(name, 'killed', repr(e))
        raise
    finally:
        print(name, 'finally')


new = gevent.Greenlet(waits, 'new')
new.kill()
print(new.dead, new.ready(), repr(new.value), new.successful())
soon = gevent.spawn(waits, 'soon')
soon.kill()
print(soon.dead, repr(soon.get()))
g = gevent.spawn(waits, 'g')
gevent.sleep(0.1)
g.kill()
print(g.dead, g.successful(), repr(g.value), repr(g.exception))


def stubborn():
    while True:
        try:
            gevent.sleep(0.3)
            return 'in the end'
        except GreenletExit:
            print('not yet')


s = gevent.spawn(stubborn)
gevent.sleep(0)
s.kill(block=False)
print('asked', s.dead)
gevent.sleep(0)
s.kill(timeout=0.1)
print('waited', s.dead)
print(s.get(), s.dead)
v = gevent.spawn(waits, 'v')
gevent.sleep(0)
v.kill(ValueError('own'))
print(repr(v.exception))
many = [gevent.spawn(waits, n) for n in range(3)]
gevent.sleep(0)
gevent.killall(many)
print([m.dead for m in many])
with Timeout(0.2, False):
    gevent.sleep(1)
    print('never')
try:
    with Timeout(0.1) as t:
        gevent.sleep(1)
except Timeout as e:
    print(e is t, e)
try:
    with Timeout(0.1, ValueError('instead')):
        gevent.sleep(1)
except ValueError as e:
    print(repr(e))
later = gevent.spawn_later(5, print, 'never')
later.kill()
print(later.dead, repr(gevent.with_timeout(0.1, gevent.sleep, 1, timeout_value='late')))
