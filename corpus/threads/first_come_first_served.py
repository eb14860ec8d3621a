# Threads run until they block, in the order in which they could go on.
import threading
import time


def work(name, delays):
    print(name, 'begins')
    for delay in delays:
        time.sleep(delay)
        print(name, 'after', delay)


threads = [
    threading.Thread(target=work, args=('a', [0.3, 0.3])),
    threading.Thread(target=work, args=('b', [0.1, 0.4])),
    threading.Thread(target=work, args=('c', [0.2])),
]
for thread in threads:
    print('start', thread.name)
    thread.start()
print('all started', threading.active_count())
for thread in threads:
    thread.join()
    print('joined', thread.name)
