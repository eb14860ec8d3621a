import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

def key(x):
    time.sleep(0.1)
    print('key', x, since())
    return -x

l = [1, 3, 2]
l.sort(key=key)
print(l, since())
print(sorted('cab', key=lambda c: time.sleep(0.1) or c), since())
print(max([4, 9, 2], key=key), since())
print(min('ba', key=lambda c: time.sleep(0.1) or c, default=0), since())
