class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
    def me(self): return self
    def __add__(self, o): return D(self.name + o.name)
    def __eq__(self, o): return True

D('statement')
print('next')
print(D('argument').name)
D('a').me().me()
print('chained')
x = D('l') + D('r')
print('sum', x.name)
D('b') == D('c')
print('compared')
[D(1), D(2), D(3)]
print('list literal')
len([D('in list')]) + len((D('in tuple'),))
print('lens')
D('t') and print('and')
print('x' if D('cond') else 'y')
(D('unused'), print('tuple'))
