# Five threads want the same: without a lock each computes it, with one lock all wait, with one a key only those that must.
import threading
import time

computed = []
def compute(key):
    computed.append(key)
    time.sleep(1)
    return key * 2

def plain(key, cache={}):
    if key not in cache:
        cache[key] = compute(key)
    return cache[key]

big_lock = threading.Lock()
def locked(key, cache={}):
    with big_lock:
        return plain(key, cache)

locks, guard = {}, threading.Lock()
def by_key(key, cache={}):
    with guard:
        lock = locks.setdefault(key, threading.Lock())
    with lock:
        return plain(key, cache)

for function in plain, locked, by_key:
    computed.clear()
    began, got = time.monotonic(), []
    threads = [threading.Thread(target=lambda key: got.append(function(key)), args=(key,)) for key in 'ababc']
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    print(function.__name__, ''.join(computed), got, round(time.monotonic() - began, 1))
