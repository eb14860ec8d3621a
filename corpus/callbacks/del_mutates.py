class D:
    def __init__(self, name, box): self.name, self.box = name, box
    def __repr__(self): return self.name
    def __del__(self):
        print('del', self.name, self.box)
        self.box.append(self.name)

l = []
l.append(D('a', l))
l[0] = 'replaced'
print(l)
l.clear()
l.extend([D('b', l), D('c', l)])
l.pop(0)
print(l)
l.clear()
print(l)
l.append(D('d', l))
del l[0]
print(l)
class Back:
    saved = []
    def __del__(self):
        print('resurrected')
        Back.saved.append(self)
b = Back()
del b
print(len(Back.saved))
Back.saved.pop()
print('deleted for good, silently', len(Back.saved))
d = {}
class E:
    def __del__(self): d['x'] = 'set while deleting'
d['x'] = E()
del d['x']
print(d)
