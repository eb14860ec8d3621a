import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class F:
    def __init__(self, v): self.v = v
    def __format__(self, spec):
        time.sleep(0.1)
        return f'F{self.v}<{spec}>@{since()}'

print(f'{F(1)}')
print(f'{F(2):abc} and {F(3):{10}.{"x"}}')
print('{} {:>5}'.format(F(4), F(5)), format(F(6), 'q'), format(F(7)))
print(f'{f"{F(8)}":>12}', since())
