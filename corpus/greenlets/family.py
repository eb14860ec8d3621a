from greenlet import greenlet, getcurrent

main = getcurrent()
print(main.parent, main.dead, bool(main))

def leaf(n):
    print('leaf', n, 'parent is main:', getcurrent().parent is main)
    return 'leaf ' + str(n)
def branch():
    a, b = greenlet(leaf), greenlet(leaf, parent=main)
    print(a.parent is getcurrent(), b.parent is main)
    print('a gives', a.switch('a'))
    b.switch('b')
    print('never: b ends in main')
g = greenlet(branch)
print('main gets', g.switch())
print(g.dead, bool(g))

def worker():
    while True:
        print('worker for', names.get(getcurrent().parent))
        getcurrent().parent.switch('done')
names = {main: 'main'}
w = greenlet(worker)
print(w.switch())
def boss():
    w.parent = getcurrent()
    print('boss hears', w.switch())
    return 'boss ends'
b = greenlet(boss)
names[b] = 'boss'
print(b.switch())
print('the dead boss passes on to main:', w.switch() if not w.dead else 'dead')
w.parent = main

a = greenlet(lambda: b.switch())
b = greenlet(lambda: 1, a)
for child, parent in (a, b), (main, a), (a, a):
    try:
        child.parent = parent
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
for wrong in None, 5:
    try:
        a.parent = wrong
    except TypeError as error:
        print('TypeError', error)
try:
    del a.parent
except AttributeError as error:
    print(error)
