class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def g(d):
    print('start', d.name)
    yield 1
    print('end of g')

a = g(D('a'))
print('made')
list(a)
print('finished')
b = g(D('b'))
del b
print('not started')
c = g(D('c'))
next(c)
print('suspended')
c.close()
print('closed')
e = (x for x in [D('in genexpr')])
next(e)
del e
print('genexpr gone')
def deleg(d):
    yield from g(d)
h = deleg(D('h'))
next(h)
del h
print('end')
