# What join waits for, and what it does not.
import threading
import time


def work():
    time.sleep(0.3)
    print('work ends')


thread = threading.Thread(target=work)
print(thread.is_alive(), thread.ident)
thread.start()
print(thread.is_alive(), thread.ident == thread.ident is not None)
print(thread.join(0.1), thread.is_alive())
print(thread.join(0), thread.join(-5), thread.is_alive())
thread.join()
thread.join()
print(thread.is_alive())


def attempt(f, *args):
    try:
        print(f(*args))
    except (RuntimeError, AssertionError) as e:
        print(type(e).__name__, e)


attempt(thread.start)
attempt(threading.current_thread().join)
attempt(threading.Thread(target=work).join)


def waits_for(other):
    other.join()
    print(threading.current_thread().name, 'saw the end')


slow = threading.Thread(target=time.sleep, args=(0.2,))
slow.start()
watchers = [threading.Thread(target=waits_for, args=(slow,), name=f'watcher {i}') for i in range(3)]
for watcher in watchers:
    watcher.start()
for watcher in watchers:
    watcher.join()
