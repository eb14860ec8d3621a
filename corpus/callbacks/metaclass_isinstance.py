import time
t0 = time.monotonic()
def since(): return round(time.monotonic() - t0, 1)

class Meta(type):
    def __instancecheck__(cls, x):
        time.sleep(0.1)
        return x == 5
    def __subclasscheck__(cls, c):
        time.sleep(0.1)
        return c is int
    def __call__(cls, *a):
        time.sleep(0.1)
        return super().__call__(*a)
class Five(metaclass=Meta): pass

print(isinstance(5, Five), isinstance(6, Five), isinstance(6, (str, Five)), since())
print(issubclass(int, Five), issubclass(str, Five), since())
print(isinstance(Five(), Five), since())
try:
    raise ValueError
except Exception as e:
    print(isinstance(e, Five), since())
