# Who has waited longest tries first; who comes in between may be quicker.
import threading
import time

lock = threading.Lock()


def work(name):
    with lock:
        print(name, 'has it')
        time.sleep(0.1)
    print(name, 'is done')


with lock:
    threads = [threading.Thread(target=work, args=(n,)) for n in 'abc']
    for thread in threads:
        thread.start()
    print('three wait')
print('let go, and again')
with lock:
    print('main was quicker')
    time.sleep(0.05)
for thread in threads:
    thread.join()


def patient(name, timeout):
    got = lock.acquire(timeout=timeout)
    print(name, got)
    if got:
        time.sleep(0.2)
        lock.release()


lock.acquire()
threads = [threading.Thread(target=patient, args=pair) for pair in [('x', 0.3), ('y', 0.1), ('z', 1), ('w', 0.45)]]
for thread in threads:
    thread.start()
time.sleep(0.2)
print('release')
lock.release()
for thread in threads:
    thread.join()
