l = [3, 1, 0]
def f1(): return [6 // x for x in l]
def f2(): return {x: y for x, y in l}
def f3(): return {x / 0 for x in l}
def f4(): return sum(6 // x for x in l)
def f5(): return [y for x in l for y in x]
def f6(): return [x for x in l if x.bad]
def f7(): return [x for x in nothing]
def f8(): return list(map(lambda x: 6 // x, l))
def f9(): return sorted(l, key=lambda x: 6 // x)
def f10(): return {[]: 1 for x in l}
last = None
for f in f1, f2, f3, f4, f5, f6, f7, f8, f9, f10:
    try:
        f()
    except Exception as e:
        e.__context__ = last
        last = e
raise last
