from greenlet import greenlet, getcurrent

def show(*args, **kwargs):
    print('started with', args, kwargs)
    while True:
        got = main.switch(*args, **kwargs)
        print('  resumed with', repr(got))
        if isinstance(got, tuple) and len(got) == 2 and isinstance(got[1], dict):
            args, kwargs = got
        elif isinstance(got, tuple):
            args, kwargs = got, {}
        elif isinstance(got, dict):
            args, kwargs = (), got
        else:
            args, kwargs = (got,), {}

main = getcurrent()
g = greenlet(show)
print(g.switch())
print(g.switch(1))
print(g.switch(1, 2))
print(g.switch(k=1))
print(g.switch(1, 2, k=3))
print(g.switch(()), g.switch((1,)), g.switch([]), g.switch(None))
print(repr(greenlet(lambda *a, **k: (a, k)).switch(1, x=2)))
print(main.switch('to itself'), main.switch(), main.switch(1, 2), main.switch(a=1), main.switch(1, a=1))
def add(a, b=10): return a + b
print(greenlet(add).switch(1), greenlet(add).switch(1, b=2))
try:
    greenlet(add).switch()
except TypeError as error:
    print(error)
try:
    greenlet(5).switch()
except TypeError as error:
    print(error)
dead = greenlet(add)
dead.switch(1)
print(dead.switch('x'), dead.switch(), dead.switch(1, 2), dead.switch(k=1))
