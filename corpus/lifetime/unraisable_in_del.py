class D:
    def __del__(self):
        1 / 0

d = D()
del d
print('goes on')
class E:
    def __del__(self):
        try:
            raise ValueError('inner')
        except ValueError:
            print('handled inside')
E()
class F:
    def __del__(self): self.method()
    def method(self): raise KeyError('deeper')
F()
try:
    raise IndexError('under way')
except IndexError:
    D()
    print('still handling')
