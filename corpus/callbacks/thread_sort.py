# A second thread meets a list while it is sorted.
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

class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'N{self.v}'
    def __lt__(self, other):
        pause(f'{self} < {other}')
        return self.v < other.v

l = [3, 1, 2]
run(lambda: l.sort(key=lambda x: pause(f'key {x}') and -x), lambda: (l, len(l)))
print(l)
run(lambda: l.sort(key=lambda x: pause('key') and x), lambda: l.append('late'))
print(l)
m = [N(3), N(1), N(2)]
run(lambda: m.sort(), lambda: m.sort())
print(m)
run(lambda: sorted(m), lambda: m.clear())
print(m)
run(lambda: max([N(1), N(5), N(2)], key=lambda n: pause('max') and n.v), lambda: min([N(7), N(6)]))
def fails(x): raise LookupError(pause(x))
run(lambda: [3, 1].sort(key=fails), lambda: sorted([1], key=lambda x: pause('other') and x), 0)
