# A second thread changes a list that is searched or compared.
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

class E:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'E{self.v}'
    def __eq__(self, other):
        pause(f'{self} == {other}')
        return self.v == getattr(other, 'v', other)
    def __contains__(self, x): return pause(f'contains {x}') and x == self.v

l = [E(1), E(2), E(3)]
run(lambda: 3 in l, lambda: l.pop())
run(lambda: l.index(2), lambda: l.insert(0, E(0)))
run(lambda: l.remove(1), lambda: l.clear())
print(l)
l[:] = [E(1), E(2)]
run(lambda: l == [E(1), E(2)], lambda: l.pop())
run(lambda: l.count(1), lambda: l.append(E(1)), 0.05)
run(lambda: (1 in E(1), E(1) == 1), lambda: E(2) == 3, 0.1)
run(lambda: {'x': E(1)} == {'x': E(2)}, lambda: (E(4),) == (E(4),), 0.05)
