from greenlet import greenlet, getcurrent

def first():
    main.switch('first waits')
    raise OSError(2, 'gone')

def second(g):
    try:
        {}['key']
    except KeyError:
        g.parent = getcurrent()
        g.switch()

main = getcurrent()
g = greenlet(first)
print(g.switch())
greenlet(second).switch(g)
print('not reached')
