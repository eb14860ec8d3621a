import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class R:
    def __init__(self, v): self.v = v
    def __repr__(self):
        time.sleep(0.1)
        return f'R{self.v}@{since()}'

print([R(1), R(2)], since())
print((R(3),), since())
print({'k': R(4), R(5): [R(6)]}, since())
print({R(7)}, since())
print(str([R(8)]), f'{[R(9)]}', '%s' % [R(10)], since())
print(repr(R(11)), since())
