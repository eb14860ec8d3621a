# A sort key that sleeps while another thread changes the list.
import threading
import time

items = [3, 1, 2]


def key(v):
    time.sleep(0.1)
    print('key', v, items)
    return v


def disturb():
    time.sleep(0.15)
    items.append(99)
    print('appended', items)


threading.Thread(target=disturb).start()
try:
    items.sort(key=key)
except ValueError as e:
    print(e)
print(items)


def look():
    time.sleep(0.15)
    print('seen in between', items)


threading.Thread(target=look).start()
items.sort(key=key, reverse=True)
print(items)


def fails(v):
    time.sleep(0.1)
    if v == 2:
        raise LookupError(v)
    return v


other = threading.Thread(target=lambda: sorted([1, 2, 3], key=fails))
other.start()
print(sorted([3, 1], key=key))
other.join()
