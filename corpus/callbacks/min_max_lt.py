import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'N{self.v}'
    def __lt__(self, o):
        time.sleep(0.1)
        print(self, '<', o)
        return self.v < o.v
    def __gt__(self, o):
        time.sleep(0.1)
        print(self, '>', o)
        if o.v == 'bad': raise ValueError('bad')
        return self.v > o.v

l = [N(2), N(1), N(3)]
print(min(l), since())
print(max(l), since())
print(max(N(5), N(4)), since())
try:
    max([N('bad'), N(1)])
except ValueError as e:
    print(e)
print('end', since())
