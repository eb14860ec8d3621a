class C:
    def __init__(self, name, bad=False): self.name, self.bad = name, bad
    def __enter__(self):
        if self.bad: raise ValueError(f'enter {self.name}')
        print('enter', self.name)
    def __exit__(self, kind, value, tb): print('exit', self.name, repr(value))

try:
    with C('a', True):
        print('never')
except ValueError as e:
    print('caught', e)
try:
    with C('b'), C('c', True), C('d'):
        print('never')
except ValueError as e:
    print('caught', e)
with C('outer'):
    with C('e', True):
        pass
