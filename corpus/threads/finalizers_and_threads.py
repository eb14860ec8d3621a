# Objects die in the thread that lets go of them last.
import threading
import time


class Noisy:
    def __init__(self, name, sleeps=0):
        self.name = name
        self.sleeps = sleeps

    def __del__(self):
        print(self.name, 'begins to die in', threading.current_thread().name)
        time.sleep(self.sleeps)
        print(self.name, 'is gone')


def work(v):
    time.sleep(0.1)
    print('work ends with', v.name)


thread = threading.Thread(target=work, args=(Noisy('argument', 0.2),), name='T')
thread.start()
time.sleep(0.15)
print('main meanwhile')
thread.join()
shared = [Noisy('shared', 0.1)]


def drop():
    time.sleep(0.05)
    shared.pop()
    print('dropped')


other = threading.Thread(target=drop, name='dropper')
other.start()
kept = shared[0]
time.sleep(0.1)
print('main lets go')
del kept
other.join()


def generates():
    try:
        yield
    finally:
        print('generator closed in', threading.current_thread().name)


def holds(g):
    next(g)


thread = threading.Thread(target=holds, args=(generates(),), name='G')
thread.start()
thread.join()
