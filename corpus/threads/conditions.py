# A queue of two places, by hand.
import threading
import time

room = threading.Condition()
items = []


def produce(name, count):
    for i in range(count):
        with room:
            while len(items) >= 2:
                print(name, 'waits for room')
                room.wait()
            items.append(f'{name}{i}')
            print('put', items)
            room.notify_all()
        time.sleep(0.01)


def consume(name, count):
    for _ in range(count):
        with room:
            room.wait_for(lambda: items)
            print(name, 'takes', items.pop(0))
            room.notify()
        time.sleep(0.1)


threads = [
    threading.Thread(target=produce, args=('p', 4)),
    threading.Thread(target=produce, args=('q', 2)),
    threading.Thread(target=consume, args=('x', 3)),
    threading.Thread(target=consume, args=('y', 3)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
with room:
    print(room.wait(0.2), room.wait_for(lambda: False, 0.3), room.wait_for(lambda: 'now'))


def attempt(f):
    try:
        print(f())
    except RuntimeError as e:
        print(e)


attempt(room.wait)
attempt(room.notify)
attempt(room.notify_all)
plain = threading.Condition(threading.Lock())
attempt(plain.notify)
with plain:
    print(plain.wait(0), plain.wait(-1))
