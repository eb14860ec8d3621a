import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class B:
    def __init__(self, v): self.v = v
    def __bool__(self):
        time.sleep(0.1)
        print('bool', self.v, since())
        return self.v

t, f = B(True), B(False)
if t: print('if')
print(not f, bool(t), since())
print((t and 1), (f or 2), since())
print('yes' if f else 'no', since())
while f: pass
print([x.v for x in (t, f) if x], any([f, t, f]), all([t, f, t]), since())
print(len(list(filter(None, [t, f]))), since())
assert t
