class D:
    def __init__(self, name): self.name = name
    def __hash__(self): return hash(self.name)
    def __eq__(self, o): return self.name == o.name
    def __del__(self): print('del', self.name)

d = {D('k'): D('v')}
d[D('k')] = D('v2')
print('the new key is dropped, the old one stays')
d.pop(D('k'))
print('popped')
d[D('x')] = 1
d.clear()
print('cleared')
d = {'a': D('old')}
d['a'] = D('new')
print('--')
d.update(a=D('newer'))
print('--')
d.setdefault('a', D('unused'))
print('--')
d |= {'a': D('newest')}
print('--')
s = {D('s')}
s.add(D('s'))
print('set keeps the first')
s.discard(D('s'))
print('end')
