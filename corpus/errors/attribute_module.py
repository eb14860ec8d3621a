import time
print(time.monotonic() > 0)
time.slep(1)
