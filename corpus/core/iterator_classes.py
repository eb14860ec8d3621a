class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(5)), 2 in Countdown(3), 9 in Countdown(3))
c = Countdown(3)
for x in c:
    if x == 2:
        break
print(list(c), list(c))

class Many:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n):
            yield i
m = Many(2)
print(list(m), list(m), [(a, b) for a in m for b in m])

class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), [*Old()])
a, b, c = Old()
print(a, b, c)
for bad in (5, None, print):
    try:
        iter(bad)
    except TypeError as e:
        print(e)
class Wrong:
    def __iter__(self): return 5
try:
    for x in Wrong(): pass
except TypeError as e:
    print(e)
try:
    next([1])
except TypeError as e:
    print(e)
