naïve = None
def f1(): return 'äöü' + naïve
def f2(): return '日本' + 1
def f3(): return {'é': naïve}['é'].x
def f4():	return	naïve.x
def f5(): return 'x' 'y' + ('é' * naïve)
last = None
for f in f1, f2, f3, f4, f5:
    try:
        f()
    except Exception as e:
        e.__context__ = last
        last = e
raise last
