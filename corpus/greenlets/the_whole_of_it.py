import greenlet
from greenlet import greenlet as G, getcurrent, GreenletExit
main = getcurrent()
print(isinstance(main, G), main.parent, main.dead, bool(main))
def f(*a, **k):
    print('f', a, k)
    r = main.switch((7,))
    print('r', r)
    r = main.switch(1, 2)
    print('r', r)
    r = main.switch(1, x=2)
    print('r', r)
    r = main.switch(x=2)
    print('r', r)
    return (5,)
g = G(f)
print(g.dead, bool(g), g.parent is main)
for a, k in [((1,), {'z': 3}), ((), {}), ((1,), {}), ((1, 2), {}), ((1,), {'k': 1})]:
    print('got', g.switch(*a, **k), g.dead)
print('dead switch', g.switch(), g.switch(1), g.switch(1, 2), g.switch(a=3))
try: g.throw(ValueError('x'))
except ValueError as e: print('thrown', e)
print(repr(g.throw()), repr(g.throw(GreenletExit('a'))))
h = G(f)
try: h.throw(ValueError, 'y')
except ValueError as e: print('thrown', repr(e), h.dead)
h = G(f); print(repr(h.throw()), h.dead)
# parent not started
def pr(*a): print('parent started', a); return 'p'
p = G(pr); c = G(lambda: (1, 2, 3), p); print(c.switch(), p.dead)
p = G(pr); c = G(lambda: 9, p); 
try: print(c.switch(), p.dead)
except BaseException as e: print(type(e), e)
p = G(pr); c = G(lambda: (9,), p); print(c.switch(), p.dead)
try: g.parent = g
except BaseException as e: print(type(e), e)
a = G(f); b = G(f, a)
try: a.parent = b
except BaseException as e: print(type(e), e)
try: a.parent = 3
except BaseException as e: print(type(e), e)
try: main.parent = a
except BaseException as e: print(type(e), e)
try: del a.parent
except BaseException as e: print(type(e), e)
try: a.run
except BaseException as e: print(type(e), e)
print(a.run is f); 
try: g.run
except BaseException as e: print(type(e), e)
try: G().switch()
except BaseException as e: print(type(e), e)
try: g.run = 3
except BaseException as e: print(type(e), e)
try: a.throw(3)
except BaseException as e: print(type(e), e)
try: a.throw(ValueError('x'), 3)
except BaseException as e: print(type(e), e)
try: G(f, parent=3)
except BaseException as e: print(type(e), e)
print(a.gr_frame, g.gr_frame, a.gr_context)

print((repr(a)), (repr(g)), (repr(main)))
def s(): main.switch()
q = G(s); q.switch(); print((repr(q)), q.gr_frame.f_lineno)
class S(G):
    def run(self, x): print('S.run', x, self is getcurrent()); return x*2
print(S().switch(4)); z=S(); z.foo=3; print(z.__dict__); 


print(G.__module__, G.__name__, GreenletExit.__mro__, greenlet.error.__mro__, greenlet.__version__)
try: z.gr_context = 3
except BaseException as e: print(type(e), e)
w = G(f, run=3) if 0 else None
try: G.__new__(G).switch()
except BaseException as e: print(type(e), e)
