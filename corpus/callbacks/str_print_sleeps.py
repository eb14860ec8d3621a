import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class S:
    def __init__(self, v): self.v = v
    def __str__(self):
        time.sleep(0.1)
        return f'S{self.v}@{since()}'

print(S(1))
print(S(2), 'between', S(3), sep='|')
print(str(S(4)), f'{S(5)}', f'{S(6)!s}', '%s' % S(7), '{}'.format(S(8)))
print('half', S(9), end=' ')
print(since())
