import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class C:
    def __contains__(self, x):
        time.sleep(0.1)
        return x == 'in'
class E:
    def __init__(self, v): self.v = v
    def __eq__(self, other):
        time.sleep(0.1)
        print(self.v, '==', other, since())
        return self.v == other

print('in' in C(), 'out' in C(), 'out' not in C(), since())
l = [E(1), E(2), E(3)]
print(2 in l, 9 in l, since())
print(l.index(2), l.count(3), since())
l.remove(1)
print(len(l), since())
print(2 in tuple(l), since())
class I:
    def __iter__(self):
        for i in range(3):
            time.sleep(0.1)
            yield i
print(1 in I(), 7 in I(), since())
