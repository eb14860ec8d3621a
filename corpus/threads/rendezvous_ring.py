# Raw locks as baton: three threads print in turn, whoever was started first.
import _thread
import time

locks = [_thread.allocate_lock() for _ in range(3)]
for lock in locks: lock.acquire()
ended = _thread.allocate_lock()
ended.acquire()
words = []

def member(n, rounds):
    for i in range(rounds):
        locks[n].acquire()
        words.append('ABC'[n] + str(i))
        time.sleep(0.1)
        locks[(n + 1) % 3].release()
    if n == 2:
        ended.release()

for n in 2, 0, 1:
    _thread.start_new_thread(member, (n, 3))
locks[0].release()
print(ended.acquire(timeout=0.5), words)
print(ended.acquire(timeout=5), words)
print([lock.locked() for lock in locks], ended.locked())
print(locks[1].acquire(False), locks[0].acquire(blocking=False))
