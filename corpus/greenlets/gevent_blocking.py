# time.sleep in a greenlet stops everybody, until it is patched; a name that was imported before stays as it was.
import time
from time import sleep as early

import gevent
from gevent import monkey


def naps(name, sleep):
    print(name, 'begins')
    sleep(0.5)
    print(name, 'ends')


def both(sleep):
    gevent.joinall([gevent.spawn(naps, 'a', sleep), gevent.spawn(naps, 'b', sleep)])


both(time.sleep)
print(monkey.is_module_patched('time'), monkey.is_object_patched('time', 'sleep'))
monkey.patch_time()
print(monkey.is_module_patched('time'), monkey.is_object_patched('time', 'sleep'), time.sleep is early)
both(time.sleep)
both(early)
print(monkey.get_original('time', 'sleep') is early)
