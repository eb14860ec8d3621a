# Handled exceptions and recursion belong to a thread.
import sys
import threading
import time


def handles(name, delay):
    try:
        raise ValueError(name)
    except ValueError:
        time.sleep(delay)
        print(name, repr(sys.exc_info()[1]))
        try:
            raise KeyError(name)
        except KeyError as e:
            print(name, repr(e.__context__))
    print(name, sys.exc_info()[1])


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def recurses():
    print(deep(900))
    try:
        deep(2000)
    except RecursionError as e:
        print(e)


threads = [
    threading.Thread(target=handles, args=('a', 0.2)),
    threading.Thread(target=handles, args=('b', 0.1)),
    threading.Thread(target=recurses),
]
try:
    raise OSError('main')
except OSError:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(repr(sys.exc_info()[1]))
