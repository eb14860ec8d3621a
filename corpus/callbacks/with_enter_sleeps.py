import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class C:
    def __init__(self, name): self.name = name
    def __enter__(self):
        time.sleep(0.1)
        print('enter', self.name, since())
        return self
    def __exit__(self, *a):
        print('exit', self.name, since())

with C('a') as a:
    print('body', since())
with C('b'), C('c'):
    print('body', since())
for i in range(2):
    with C(i):
        continue
print('end', since())
