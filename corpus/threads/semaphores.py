# At most two at once.
import threading
import time

two = threading.Semaphore(2)


def work(name):
    with two:
        print(name, 'in')
        time.sleep(0.1)
        print(name, 'out')


threads = [threading.Thread(target=work, args=(n,)) for n in 'abcde']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(two.acquire(), two.acquire(False), two.acquire(False), two.acquire(timeout=0.2))
two.release(2)
print(two._value)
bounded = threading.BoundedSemaphore()


def attempt(f, *args):
    try:
        print(f(*args))
    except ValueError as e:
        print(e)


attempt(bounded.release)
attempt(two.release, 0)
attempt(two.acquire, False, 1)
attempt(threading.Semaphore, -1)
print(repr(two).endswith('value=2>'), repr(bounded).endswith('value=1/1>'))
