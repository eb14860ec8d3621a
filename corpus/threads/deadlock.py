# Two locks, taken in different order.
import threading
import time

a, b = threading.Lock(), threading.Lock()


def work(name, first, second):
    with first:
        print(name, 'has one')
        time.sleep(0.1)
        with second:
            print('never')


threads = [threading.Thread(target=work, args=('x', a, b)), threading.Thread(target=work, args=('y', b, a))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('never')
