class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

a = D('a')
b = D('b')
_c = D('_c')
l = [D(1), D(2)]
print('end of the program')
