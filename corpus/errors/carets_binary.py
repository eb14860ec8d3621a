a, b, c, s = 1, 0, None, 'text'
class O: pass
o = O()
def f1(): return a + a / b
def f2(): return (a + c) * a
def f3(): return s + a
def f4(): return a + a + s + a
def f5(): return a ** c
def f6(): return [] < a
def f7(): return a if a in a else b
def f8(): return not a - s
def f9(): return -s
def f10(): return a < a < s < a
def f11(): return (a //
                   b)
def f12(): return a % b + a
def f13(): return o @ a & a
def f14(): return ~c | a
last = None
for f in f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14:
    try:
        f()
    except Exception as e:
        e.__context__ = last
        last = e
raise last
