import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        time.sleep(0.1)
        print('eq', self.v, getattr(o, 'v', o))
        return self.v == getattr(o, 'v', o)
    def __lt__(self, o):
        time.sleep(0.1)
        print('lt', self.v, o.v)
        return self.v < o.v

print([E(1), E(2)] == [1, 2], since())
print([E(1), E(2)] == [1, 5], since())
print([E(1)] == [1, 2], 'lengths differ: nobody is asked', since())
print([E(1), E(2)] < [E(1), E(3)], since())
print((E(1), E(2)) != (E(1), E(2)), since())
print({'a': E(1)} == {'a': 1}, since())
a = E(1)
print([a] == [a], 'identity first', since())
try:
    [E(1)] > [E(2)]
except TypeError as e:
    print(e, since())
