import gevent
from gevent import Timeout

def slow(seconds):
    try:
        gevent.sleep(seconds)
        return 'done'
    except Timeout as timeout:
        print('inside:', timeout)
        raise
    finally:
        print('slow', seconds, 'cleans up')

try:
    with Timeout(1):
        slow(2)
except Timeout as timeout:
    print('outside:', timeout, timeout.seconds)
with Timeout(2):
    print(slow(1))
with Timeout(1, False):
    slow(5)
    print('never')
print('silently over')
class TooLong(Exception): pass
try:
    with Timeout(0.5, TooLong):
        slow(1)
except TooLong as error:
    print(repr(error))
try:
    with Timeout(0.5, TooLong('an instance')):
        slow(1)
except TooLong as error:
    print(repr(error))
try:
    with Timeout(1) as outer:
        with Timeout(3) as inner:
            slow(9)
except Timeout as timeout:
    print(timeout is outer, timeout is inner)
try:
    with Timeout(3) as outer:
        try:
            with Timeout(1) as inner:
                slow(9)
        except Timeout as timeout:
            print('inner', timeout is inner, outer.pending, inner.pending)
        slow(9)
except Timeout as timeout:
    print('outer', timeout is outer)
timer = Timeout.start_new(1)
try:
    print(slow(0.5))
finally:
    timer.cancel()
gevent.sleep(2)
print(gevent.with_timeout(1, slow, 2, timeout_value='instead'), gevent.with_timeout(2, slow, 1))
try:
    gevent.spawn(slow, 3).get(timeout=1)
except Timeout as timeout:
    print('get:', timeout)
print(str(Timeout(2)), '|', str(Timeout(1)), '|', str(Timeout(None)), '|', str(Timeout(0.5, 'x')), issubclass(Timeout, Exception))
