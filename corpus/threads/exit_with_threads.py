# The traceback comes first, then the threads are waited for.
import threading
import time


def work(n):
    time.sleep(n)
    print('work', n)


for n in (0.2, 0.1):
    threading.Thread(target=work, args=(n,)).start()
print('main fails')
raise ValueError('main')
