class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
b = D('b')
t = (D('t1'), D('t2'), D('t3'))
a = D('a')
l = [D(1), D(2), D(3)]
d = {1: D('d1'), 2: D('d2')}
_c = D('_c')
class H: pass
h = H(); h.x = D('h.x'); h.y = D('h.y')
z = [[D('n1'), D('n2')], D('n3')]
def func(): pass
func.d = D('func.d')
class K: d = D('K.d')
cyc = [D('cyc')]; cyc.append(cyc)
lost = [D('lost')]; lost.append(lost); del lost
def gen():
    x = D('in gen')
    try: yield
    finally: print('gen closed')
g = gen(); next(g)
cl = (lambda v: lambda: v)(D('in closure'))
last = D('last')
print('end')
