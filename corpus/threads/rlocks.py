# A lock that its owner may take again.
import threading
import time

lock = threading.RLock()


def inner(depth):
    with lock:
        if depth:
            inner(depth - 1)
        else:
            print(threading.current_thread().name, 'is deep')
            time.sleep(0.1)


def other():
    print('other', lock.acquire(False), lock.acquire(timeout=0.05))
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    with lock:
        print('other has it')


threads = [threading.Thread(target=inner, args=(3,), name='first'), threading.Thread(target=other)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
condition = threading.Condition(lock)


def waits():
    with lock, condition:
        print('waits')
        condition.wait()
        print('woken, and it is held twice')
        lock.release()
        lock.acquire()


thread = threading.Thread(target=waits)
thread.start()
with condition:
    print('main has it meanwhile')
    condition.notify()
thread.join()
