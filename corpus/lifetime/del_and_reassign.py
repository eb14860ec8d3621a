class D:
    def __init__(self, name):
        self.name = name
        print('new', name)
    def __del__(self): print('del', self.name)

a = D('a')
b = a
del a
print('a gone, b left')
del b
print('both gone')
x = D('first')
x = D('second')
print('reassigned')
x = None
print('none')
for i in range(3):
    y = D(i)
print('loop over')
y, z = D('y2'), D('z')
y, z = z, y
print('swapped')
y = z = None
print('end')
