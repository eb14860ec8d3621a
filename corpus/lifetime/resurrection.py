saved = []
class D:
    def __init__(self, name): self.name = name
    def __del__(self):
        print('del', self.name)
        saved.append(self)

d = D('a')
del d
print('saved', saved[0].name)
saved.clear()
print('a second time nobody is called')
l = [D(1), D(2)]
del l
print([x.name for x in saved])
saved.clear()
print('end')
