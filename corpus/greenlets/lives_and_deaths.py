import greenlet, sys, threading
from greenlet import greenlet as G, getcurrent
main = getcurrent()
class S(G): pass

print(repr(S()))
err = []
def other():
    g = G(lambda: main.switch())
    try: g.switch()
    except BaseException as e: err.append(e)
    try: g2 = G(lambda: 1, main)
    except BaseException as e: err.append(e); 
    else:
        try: print(g2.switch())
        except BaseException as e: err.append(e)
t = threading.Thread(target=other); t.start(); t.join()
for e in err: print(type(e), str(e))
try: getcurrent().gr_frame
except BaseException as e: print(e)
print(getcurrent().gr_frame)
def w():
    try: main.switch('in')
    except greenlet.GreenletExit as e: print('exit', repr(e), getcurrent().parent is main); raise
    finally: print('finally')
g = G(w); print(g.switch()); del g; print('after del')
def w2():
    try: main.switch('in')
    finally: print('f2'); 1/0
g = G(w2); print(g.switch()); del g; print('after del2')
def w3():
    while True:
        try: main.switch('in3'); break
        except greenlet.GreenletExit: print('caught'); 
g = G(w3); print(g.switch()); del g; print('after del3')
def w4():
    try: main.switch('in4')
    except greenlet.GreenletExit: print('caught'); main.switch('again'); print('here')
    finally: print('fin')
g = G(w4); print(g.switch()); del g; print('after del4')

def w5():
    try: main.switch('x')
    finally: print('w5 ends', main.dead)
keep = G(w5); keep.switch()
print(keep.gr_frame is not None)
def deep(): inner()
def inner(): main.switch()
d = G(deep); d.switch(); print(d.gr_frame.f_code.co_name, d.gr_frame.f_lineno)
d.throw(KeyError('k')) if 0 else None
def boom(): raise KeyError('boom')
def outer(): inner2()
def inner2(): main.switch(); 
x = G(outer); x.switch()
try: x.throw(ValueError, 'val')
except ValueError as e: print(repr(e), e.__traceback__.tb_next.tb_next.tb_lineno)
b = G(boom)
try: b.switch()
except KeyError as e: print(repr(e), e.__traceback__.tb_next.tb_lineno)
try:
    try: 1/0
    except ZeroDivisionError:
        G(boom).switch()
except KeyError as e: print('context', repr(e.__context__))
def info():
    print('info', sys.exc_info()[0])
    try: {}['a']
    except KeyError:
        main.switch()
        print('back', sys.exc_info()[0])
try: 1/0
except ZeroDivisionError:
    i = G(info); i.switch(); print(sys.exc_info()[0]); i.switch(); print(sys.exc_info()[0])
print('end')
