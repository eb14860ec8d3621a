class D:
    def __init__(self, name): self.name = name
    def __repr__(self): return str(self.name)
    def __del__(self): print('del', self.name, end=' ')

l = [D(i) for i in range(4)]
del l
print('| list')
t = tuple(D(i) for i in range(4))
del t
print('| tuple')
d = {i: D(i) for i in range(4)}
del d
print('| dict')
d = {D('k'): D('v')}
del d
print('| key and value')
l = [D('a'), [D('b'), D('c')], D('d')]
l = None
print('| nested')
l = [D(i) for i in range(5)]
l[1:3] = []
print('| slice')
l.pop()
print('| pop')
l.clear()
print('| clear')
class O: pass
o = O()
o.x, o.y, o.z = D('x'), D('y'), D('z')
del o
print('| attributes')
l = [D('first'), D('second')]
l[0] = D('new first')
print('| item')
del l[-1], l
print('| end')
