# Three workers and a shared counter: with a lock, and without.
import threading
import time

total = 0
lock = threading.Lock()


def unsafe():
    global total
    for _ in range(3):
        seen = total
        time.sleep(0.01)
        total = seen + 1


def safe():
    global total
    for _ in range(3):
        with lock:
            seen = total
            time.sleep(0.01)
            total = seen + 1


for work in (unsafe, safe):
    total = 0
    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(work.__name__, total)
