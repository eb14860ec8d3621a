import threading
import time

def fetch(table, key):
    time.sleep(0.5)
    return table[key]

def job(name):
    try:
        print(name, fetch({'a': 1}, name))
    finally:
        print(name, 'cleans up')

threads = [threading.Thread(target=job, args=(name,), name=f'job {name}') for name in 'ab']
for thread in threads:
    thread.start()
time.sleep(0.2)
fetch([], 0)
