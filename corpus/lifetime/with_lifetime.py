class C:
    def __init__(self, name): self.name = name
    def __enter__(self): print('enter', self.name); return self
    def __exit__(self, *a): print('exit', self.name)
    def __del__(self): print('del', self.name)

with C('a'):
    print('body')
print('after a')
with C('b') as b:
    print('body')
print('b lives')
del b
def f():
    with C('c') as c:
        return c.name
print(f())
with C('d') as d:
    d = None
    print('name gone, context lives')
print('end')
