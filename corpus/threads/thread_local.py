# An object with other attributes in each thread.
import threading
import time


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'dies in', threading.current_thread().name)


data = threading.local()
data.x = 'main'


def work(n):
    try:
        print(data.x)
    except AttributeError as e:
        print(e)
    data.x = n
    data.loud = Loud(f'loud {n}')
    time.sleep(0.1 * n)
    print(n, data.x, sorted(data.__dict__))


threads = [threading.Thread(target=work, args=(n,), name=f'T{n}') for n in (2, 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(data.x, data.__dict__)


class Counted(threading.local):
    kind = 'class attribute'

    def __init__(self, start, *, step=1):
        print('made in', threading.current_thread().name)
        self.n = start
        self.step = step

    def next(self):
        self.n += self.step
        return self.n

    @property
    def double(self):
        return 2 * self.n


counted = Counted(10, step=5)


def count():
    print(counted.next(), counted.next(), counted.double, counted.kind)


for i in range(2):
    thread = threading.Thread(target=count, name=f'C{i}')
    thread.start()
    thread.join()
print(counted.next())


def attempt(f):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


attempt(lambda: threading.local(1))
attempt(lambda: delattr(data, 'nothing'))
attempt(lambda: setattr(data, '__dict__', {}))
attempt(lambda: counted.nothing)
attempt(lambda: setattr(counted, 'double', 3))


class Fails(threading.local):
    def __init__(self):
        if threading.current_thread() is not threading.main_thread():
            raise ValueError('only in main')


fails = Fails()


def touch():
    for _ in range(2):
        try:
            fails.x
        except Exception as e:
            print(type(e).__name__, e)


thread = threading.Thread(target=touch)
thread.start()
thread.join()
data.loud = Loud('main loud')
del data
print('end')
