import time
before = time.sleep
from time import sleep as early
from gevent import monkey
print(monkey.is_module_patched('time'), time.sleep is before)
monkey.patch_all()
from time import sleep as later
print(monkey.is_module_patched('time'), time.sleep is before, early is before, later is time.sleep)
print(monkey.get_original('time', 'sleep') is before)
import gevent

def run(name, sleep):
    began = time.monotonic()
    gevent.joinall([gevent.spawn(sleep, 1) for _ in range(3)])
    print(name, round(time.monotonic() - began, 1))
run('early', early)
run('later', later)
run('time.sleep', time.sleep)
run('gevent.sleep', gevent.sleep)
run('original', monkey.get_original('time', 'sleep'))
class Holder:
    sleep = staticmethod(early)
run('kept in a class', Holder.sleep)
