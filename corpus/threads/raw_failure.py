# What leaves a thread that _thread alone has started.
import _thread
import sys
import time


def fails(n):
    return 10 // n


def leaves():
    sys.exit('quietly')


class Callable:
    def __call__(self):
        raise KeyError('from an object')

    def __repr__(self):
        return 'the callable'


_thread.start_new_thread(fails, (0,))
_thread.start_new_thread(leaves, ())
_thread.start_new_thread(Callable(), ())
time.sleep(0.1)
print('main goes on')
