class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

for d in (D(i) for i in range(3)):
    print('body', d.name)
print('after')
del d
for d in [D('a'), D('b')]:
    print('body', d.name)
print('the list is gone, d lives')
d = None
print([x.name for x in [D('c'), D('e')]])
print('comprehension over')
while True:
    w = D('w')
    break
i = 0
while i < 2:
    w = D(f'w{i}')
    i += 1
print('end')
w = None
