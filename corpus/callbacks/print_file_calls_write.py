import sys
import time
t0 = time.monotonic()

class Out:
    def __init__(self): self.got = []
    def write(self, s):
        time.sleep(0.1)
        self.got.append(s)
    def flush(self): self.got.append('<flush>')

o = Out()
print('a', 1, file=o)
print('b', sep='', end='', file=o, flush=True)
print(o.got, round(time.monotonic() - t0, 1))
class Bad:
    def write(self, s): raise ValueError(f'write {s!r}')
try:
    print('x', file=Bad())
except ValueError as e:
    print(e)
keep = sys.stdout
sys.stdout = o
print('caught in a list')
sys.stdout = keep
print(o.got[-2:])
