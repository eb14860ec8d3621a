import time

t0 = time.monotonic()
print('start')
time.sleep(0.5)
print('half', round(time.monotonic() - t0, 1))
for i in range(3):
    time.sleep(0.25)
    print(i, round(time.monotonic() - t0, 2))
time.sleep(0)
p = time.perf_counter()
w = time.time()
time.sleep(1)
print(round(time.perf_counter() - p, 1), round(time.time() - w, 1))
print(int(time.time()), isinstance(time.monotonic(), float), time.monotonic() <= time.monotonic())
for bad in (-1, 'x', None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print('no newline yet', end='')
time.sleep(2)
print(' now')
