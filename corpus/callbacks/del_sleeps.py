import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class D:
    def __init__(self, name): self.name = name
    def __del__(self):
        time.sleep(0.1)
        print('del', self.name, since())

a = D('a')
del a
print('after a', since())
b = D('b')
b = D('c')
print('after b', since())
def f():
    x, y = D('x'), D('y')
    return 'result'
print(f(), since())
l = [D(1), D(2)]
l.clear()
print('cleared', since())
D('temporary')
print('end', since())
