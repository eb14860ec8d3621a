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
        return self.n

def gen(n):
    for i in range(n):
        time.sleep(0.1)
        yield i

print(list(It(2)), since())
print(tuple(It(1)), since())
print(list(gen(3)), since())
print(sorted(gen(2), reverse=True), since())
print(set(gen(1)), since())
print(dict((i, i) for i in gen(2)), since())
l = [9]
l.extend(gen(2))
l += It(1)
print(l, max(gen(2)), min(It(2)), since())
print(list(map(str, gen(2))), list(zip(gen(2), It(3))), list(enumerate(It(1))), since())
