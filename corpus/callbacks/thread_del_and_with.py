# Finalizers and context managers wait; the other thread sees what is left.
import threading
import time

began = time.monotonic()
def since(): return round(time.monotonic() - began, 2)

def pause(word):
    """What a callback does: it waits for 0.1 s, and other threads run."""
    time.sleep(0.1)
    print(since(), threading.current_thread().name, word)
    return word

def run(function, meanwhile=None, after=0.15):
    """Calls it; another thread does something after a while."""
    def other():
        time.sleep(after)
        print(since(), 'meanwhile', repr(meanwhile()))
    thread = threading.Thread(target=other) if meanwhile else None
    if thread:
        thread.start()
    try:
        print(since(), '=>', function())
    except Exception as error:
        print(since(), 'out:', repr(error))
    if thread:
        thread.join()

log = []
class D:
    def __init__(self, name): self.name = name
    def __del__(self):
        log.append(f'begin {self.name}')
        pause(f'del {self.name}')
        log.append(f'end {self.name}')

box = [D('a'), D('b')]
run(lambda: box.clear(), lambda: (len(box), list(log)))
box.append(D('c'))
def replace():
    box[0] = D('d')
    return 'replaced'
run(replace, lambda: (type(box[0]).__name__, box[0].name), 0.05)
run(lambda: box.pop() and 'popped', lambda: box, 0.05)
def in_thread():
    x = D('of the other thread')
    return 'returned'
run(lambda: pause('main'), in_thread, 0.05)
class M:
    def __init__(self, name): self.name = name
    def __enter__(self): return pause(f'enter {self.name}')
    def __exit__(self, kind, error, traceback): return pause(f'exit {self.name} {error!r}') and kind is KeyError
def swallows(name):
    with M(name):
        raise KeyError(name)
    return 'on'
run(lambda: swallows('m'), lambda: swallows('n'), 0.05)
lock = threading.Lock()
class Slow:
    def __eq__(self, other):
        with lock:
            pause('compared')
        return True
run(lambda: Slow() == 1, lambda: Slow() == 2, 0.05)
