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
        return self.n + 1

def gen(n):
    for i in range(n):
        time.sleep(0.1)
        yield i

print(sum(It(3)), since())
print(sum(gen(4)), since())
print(sum((x for x in It(2)), 10), since())
print(sum(x / 2 for x in gen(3)), since())
print(sum(([x] for x in gen(2)), []), since())
print(any(gen(3)), since())
print(all(gen(3)), since())
