# A second thread changes a dict and a set while a key is compared or hashed.
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

class K:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'K{self.v}'
    def __hash__(self):
        if slow_hash: pause(f'hash {self}')
        return 7
    def __eq__(self, other):
        pause(f'{self} == {other}')
        return self.v == other.v

slow_hash = False
d = {K(1): 'one'}
run(lambda: d.get(K(2)), lambda: d.update(a=1), 0.05)
print(len(d))
run(lambda: d[K(1)], lambda: d.clear(), 0.05)
print(d)
d[K(1)] = 1
run(lambda: d.setdefault(K(3), 'main'), lambda: d.setdefault(K(3), 'other'), 0.05)
print(sorted(d.values(), key=str))
slow_hash = True
run(lambda: K(1) in d, lambda: d.clear(), 0.05)
s = set()
run(lambda: s.add(K(1)), lambda: s.add(K(1)), 0.05)
print(len(s))
slow_hash = False
run(lambda: s.add(K(2)), lambda: [s.clear(), s.add(5)], 0.05)
print(len(s), 5 in s)
run(lambda: {K(1), K(1)} == {K(1)})
