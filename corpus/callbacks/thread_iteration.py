# A second thread changes what is being looped over.
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

def slowly(source):
    for x in source:
        pause(f'item {x}')
        yield x

l = [1, 2, 3]
run(lambda: list(slowly(l)), lambda: l.append(4))
run(lambda: sum(slowly(l)), lambda: l.clear())
l[:] = ['a', 'b', 'c']
run(lambda: ','.join(slowly(l)), lambda: l.insert(0, 'z'))
d = {'k': 1, 'm': 2}
run(lambda: [*slowly(d)], lambda: d.update(n=3))
run(lambda: list(slowly(d)), lambda: d.update(k=9))
s = {1, 2}
run(lambda: tuple(slowly(s)), lambda: s.discard(2))
l[:] = [1, 2, 3]
def unpack():
    a, *rest = slowly(l)
    return a, rest
run(unpack, lambda: l.pop())
g = slowly([1, 2, 3])
run(lambda: list(g), lambda: next(g))
g = slowly([1, 2])
run(lambda: next(g), lambda: next(g), 0.25)
class ByIndex:
    def __getitem__(self, i):
        pause(f'get {i}')
        return l[i]
run(lambda: list(ByIndex()), lambda: l.append('more'))
run(lambda: l.extend(slowly([7, 8])), lambda: l.clear())
print(l)
