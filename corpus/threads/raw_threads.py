# _thread alone: nobody waits for these threads at the end.
import _thread
import time

lock = _thread.allocate_lock()


def work(name, delay, *, times=1):
    for i in range(times):
        time.sleep(delay)
        print(name, i, _thread._count())


def holder():
    with lock:
        print('held', lock.locked())
        time.sleep(0.5)
    print('let go', lock.locked())


print(_thread.start_new_thread(work, ('a', 0.2)) != _thread.get_ident())
_thread.start_new_thread(work, ('b', 0.1), {'times': 3})
_thread.start_new_thread(holder, ())
print('main runs on', _thread._count())
time.sleep(0.05)
print(lock.acquire(False), lock.acquire(timeout=0), lock.acquire(True, 0.1), lock)
print(lock.acquire(), lock)
lock.release()
_thread.start_new_thread(work, ('lost', 1))
_thread.start_new_thread(_thread.exit, ())
time.sleep(0.2)
print('main ends', _thread._count())
