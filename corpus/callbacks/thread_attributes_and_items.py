# Attributes, properties and subscripts wait; a second thread changes the object.
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

class A:
    def __getattr__(self, name): return pause(f'getattr {name}')
    @property
    def p(self):
        before = self.__dict__.get('_p')
        pause('property')
        return before, self.__dict__.get('_p')
    @p.setter
    def p(self, value):
        pause(f'set {value}')
        self._p = value
    def __getitem__(self, i): return pause(f'item {i}'), len(self.__dict__)
    def __setitem__(self, i, value):
        old = self.__dict__.get(i)
        pause(f'store {value}')
        self.__dict__[i] = (old, value)

a = A()
run(lambda: a.x, lambda: setattr(a, 'x', 'set meanwhile'), 0.05)
run(lambda: (a.x, a.y))
run(lambda: a.p, lambda: setattr(a, '_p', 1), 0.05)
def sets():
    a.p = 'main'
    return a._p
def others():
    a.p = 'other'
    return a._p
run(sets, others, 0.05)
print(a._p)
def items():
    a['k'] = 'main'
def other_items():
    a['k'] = 'other'
run(items, other_items, 0.05)
print(a.__dict__['k'])
run(lambda: a[0], lambda: a.__dict__.clear(), 0.05)
class Counter:
    n = 0
    @property
    def value(self): return pause('read') and self.n
    @value.setter
    def value(self, n): self.n = n
c = Counter()
def add():
    c.value += 1
run(add, add, 0.05)
print('two additions, and', c.n)
