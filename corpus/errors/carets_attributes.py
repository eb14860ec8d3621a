class P:
    def __init__(self): self.first, self.second = 1, None
p = P()
def f1(): return p.third
def f2(): return p.second.value
def f3(): return p.first.real.nope + 1
def f4(): p.second.value = 1
def f5(): del p.missing
def f6(): p.second.value += 1
def f7(): return (p
                  .first
                  .nothing)
def f8(): return [x.y for x in [p]]
def f9(): return f'{p.first} {p.nope}'
def f10(): return P.klass
def f11(): (5).x = 1
def f12(): return super().x
last = None
for f in f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12:
    try:
        f()
    except Exception as e:
        e.__context__ = last
        last = e
raise last
