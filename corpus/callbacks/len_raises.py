class L:
    def __init__(self, n): self.n = n
    def __len__(self):
        if self.n == 'raise': raise ValueError('no length')
        return self.n

for n in (3, 'raise', -1, 2.5, 'text', True, 10 ** 30):
    for f in (len, bool):
        try:
            print(n, f.__name__, f(L(n)))
        except Exception as e:
            print(n, f.__name__, type(e).__name__, e)
try:
    len(5)
except TypeError as e:
    print(e)
class It:
    def __len__(self): raise ValueError('asked for a hint')
    def __iter__(self): return iter([1])
try:
    print(list(It()))
except ValueError as e:
    print(e)
print(tuple(x for x in It()))
len(L('raise'))
