class F:
    def __init__(self, do): self.do = do
    def __format__(self, spec):
        self.do()
        return spec or 'F'

l = [1]
print(f'{l} {F(lambda: l.append(2))} {l} {F(lambda: l.clear()):x} {l}')
d = {'a': 1}
print('{} {a}'.format(F(lambda: d.update(a=2)), **d), d)
print('{0} {1}'.format(F(lambda: l.append(5)), l))
name = 'old'
def change():
    global name
    name = 'new'
print(f'{name} {F(change)} {name}')
