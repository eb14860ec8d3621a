# Iterating while another thread changes what is iterated; a generator that two threads want.
import threading
import time

numbers = {1, 2, 3}
table = {1: 'a', 2: 'b'}


def walk(v):
    try:
        for item in v:
            print('item', item)
            time.sleep(0.1)
    except RuntimeError as e:
        print(e)


def change():
    time.sleep(0.05)
    numbers.add(4)
    table[3] = 'c'


threads = [threading.Thread(target=f, args=a) for f, a in [(walk, (numbers,)), (walk, (table,)), (change, ())]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()


def slow():
    for i in range(3):
        time.sleep(0.1)
        yield i


shared = slow()


def take(name):
    try:
        for i in shared:
            print(name, i)
            time.sleep(0.05)
    except ValueError as e:
        print(name, e)


threads = [threading.Thread(target=take, args=(n,)) for n in 'ab']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
