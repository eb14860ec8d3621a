n, t = None, 'text'
class O:
    x = None
    def m(self, a): return a.upper()
o = O()
def f1(): return n()
def f2(): return o.m(5)
def f3(): return o.nope(1, 2)
def f4(): return o.m(1, 2, 3)
def f5(): return len(5)
def f6(): return print(int('x'), float('1'))
def f7(): return t.join([1, 2])
def f8(): return o.x.y.z
def f9(): return o.x(1)(2)
def f10(): return (lambda a: a)(
    1, 2)
def f11(): return max(1, min(2, []))
def f12(): return sorted([3, 'a'], key=lambda v: v)
def f13(): return f1.__name__.nope
last = None
for f in f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13:
    try:
        f()
    except Exception as e:
        e.__context__ = last
        last = e
raise last
