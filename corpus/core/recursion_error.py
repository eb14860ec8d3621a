def forever(n):
    return forever(n + 1)

try:
    forever(0)
except RecursionError as e:
    print(type(e).__name__, e, isinstance(e, RuntimeError))

class Loop:
    def __getattr__(self, name): return self.missing
    def __repr__(self): return repr(self)
try:
    Loop().x
except RecursionError as e:
    print(str(e)[:32])
try:
    repr(Loop())
except RecursionError as e:
    print(str(e)[:32])

def mutual_a(): mutual_b()
def mutual_b(): mutual_a()
for i in range(3):
    try:
        mutual_a()
    except RecursionError:
        print('caught', i)
print('still fine', sum(range(10)))
