# Operators, calls and classes being made wait beside a second thread.
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

import functools

class A:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'A{self.v}'
    def __add__(self, other):
        mine = self.v
        pause(f'{self} + {other}')
        return A(mine + other.v)
    def __iadd__(self, other):
        mine = self.v
        pause(f'{self} += {other}')
        self.v = mine + other
        return self
    def __bool__(self): return pause(f'bool {self}') and self.v > 0
    def __len__(self): return 5
    def __call__(self, *args): return pause(f'call {args}')

a = A(1)
run(lambda: a + A(2), lambda: setattr(a, 'v', 50), 0.05)
a.v = 1
def add():
    global a
    a += 10
    return a
run(add, add, 0.05)
run(lambda: sum([A(1), A(2)], A(0)), lambda: A(7) + A(8), 0.05)
run(lambda: 'yes' if a else 'no', lambda: setattr(a, 'v', -1), 0.05)
run(lambda: list(map(a, [1, 2])), lambda: a('other'))
@functools.lru_cache(None)
def slow(n): return pause(f'compute {n}') and n * n
run(lambda: slow(3), lambda: slow(3), 0.05)
print(slow(3), slow.cache_info())
class Meta(type):
    def __call__(cls, *args):
        pause(f'make {args}')
        return super().__call__(*args)
    def __instancecheck__(cls, x): return pause(f'is {x}') and x == 5
class Made(metaclass=Meta): pass
run(lambda: type(Made()).__name__, lambda: isinstance(5, Made), 0.05)
def one():
    class Local:
        x = pause('class body')
    return Local.x
run(one, one, 0.05)
