import greenlet as module
from greenlet import greenlet, getcurrent

def work():
    print('inside', bool(me), me.dead, me is getcurrent())
    main.switch()

main = getcurrent()
me = greenlet(work)
print(type(me), bool(me), me.dead, me.run is work, me.parent is main)
me.switch()
print(bool(me), me.dead)
try:
    print(me.run)
except AttributeError as error:
    print('no run any more:', error)
try:
    me.run = work
except AttributeError as error:
    print(error)
me.switch()
print(bool(me), me.dead, bool(main), main.dead)
print(isinstance(main, greenlet), greenlet.getcurrent() is main, greenlet.GreenletExit is module.GreenletExit)
fresh = greenlet(work)
fresh.run = lambda: 'another'
print(fresh.switch())
for make in lambda: greenlet(work, 5), lambda: greenlet(work, main, 1), lambda: greenlet(runs=work):
    try:
        print(make())
    except TypeError as error:
        print('TypeError')
me.own = 1
me.own += 1
print(me.own, hasattr(me, 'other'))
print({me: 'hashable'}[me], me == me, me == fresh, sorted([1, 2], key=lambda n: me is None))
