import_error = None
def f(): pass
class D:
    def __init__(s, n): s.n = n
    def __del__(s):
        print('del', s.n)
        raise ValueError('in del ' + s.n)
d = D('a')
del d
print('after')
def g():
    x = D('local')
    raise KeyError('k')
try: g()
except KeyError: print('handling')
print('after2')
class E:
    def __del__(s): 1/0
E()
lst = [D('l1')]
lst.clear()
x = D('end')
