class D:
    def __init__(self, name): self.name = name
    def hello(self): return 'hello ' + self.name
    def __del__(self): print('del', self.name)

m = D('a').hello
print('object lives in its method')
print(m())
del m
print('gone')
print(D('b').hello())
fs = [D(i).hello for i in range(2)]
print(len(fs))
fs.clear()
class Holder:
    def __init__(self):
        self.d = D('held')
    def __del__(self): print('del holder')
h = Holder()
del h
print('holder first, then what it held')
it = iter([D('x'), D('y')])
next(it)
print('iterator holds its list')
del it
print('end')
