# A second thread changes what is being shown; two print at once.
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

class R:
    def __init__(self, v): self.v = v
    def __repr__(self):
        time.sleep(0.1)
        return f'R{self.v}'
    def __format__(self, spec): return pause(f'format {self.v}')

l = [R(1), R(2), R(3)]
run(lambda: repr(l), lambda: l.pop())
run(lambda: repr(l), lambda: l.append(R(9)))
run(lambda: str(l), lambda: l.clear())
d = {'a': R('a')}
run(lambda: repr(d), lambda: d.update(b=2), 0.05)
l[:] = [R(1)]
l.append(l)
run(lambda: repr(l), lambda: repr(l), 0.05)
run(lambda: f'{R(4)}-{R(5)}', lambda: '{} {}'.format(R(6), R(7)), 0.05)
def words(*items): print(*items, sep=' | ')
t = threading.Thread(target=words, args=('other', R('x'), R('y')))
t.start()
words('main', R('p'), R('q'))
t.join()
