l, d, n, t = [1, 2], {'a': {'b': 1}}, None, (1,)
def f1(): return l[5]
def f2(): return d['a']['x']['y']
def f3(): return n[0]
def f4(): return l['a']
def f5(): return l[0][0]
def f6(): return d[[]]
def f7(): return l[1:2:0]
def f8(): return t[0] + t[1] + t[2]
def f9(): l[9] = 1
def f10(): t[0] = 1
def f11(): del l[9]
def f12(): d['a']['x'] += 1
def f13(): d['q']['x'] = 1
def f14(): return 'abc'[n]
def f15(): return l[l[l[5]]]
last = None
for f in f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15:
    try:
        f()
    except Exception as e:
        e.__context__ = last
        last = e
raise last
