class C:
    def __init__(self, name): self.name = name
    def __enter__(self): return self
    def __exit__(self, kind, value, tb):
        print('exit', self.name, repr(value))
        raise ValueError(f'exit of {self.name}')

try:
    with C('a'):
        print('body')
except ValueError as e:
    print(e, repr(e.__context__))
try:
    with C('b'):
        raise KeyError('body')
except ValueError as e:
    print(e, repr(e.__context__))
def f():
    with C('c'):
        return 'lost'
try:
    print(f())
except ValueError as e:
    print(e)
with C('d'), C('e'):
    1 / 0
