class D:
    def __init__(self, name): self.name = name
    def __del__(self):
        print('del', self.name)
        raise ValueError(f'in del of {self.name}')

a = D('a')
del a
print('goes on')
def f():
    x = D('x')
    return 5
print(f())
try:
    l = [D(1)]
    l.pop()
    print('no exception here')
finally:
    print('finally')
