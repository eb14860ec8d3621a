import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        time.sleep(0.1)
        if not self.n: raise StopIteration
        self.n -= 1
        return chr(97 + self.n)

print('-'.join(It(3)), since())
print(''.join(c.upper() for c in It(2)), since())
def gen():
    for c in 'xyz':
        time.sleep(0.1)
        yield c
print(', '.join(gen()), since())
print('|'.join(map(lambda x: time.sleep(0.1) or str(x), range(2))), since())
