# settrace: a function that is told of every switch and throw.
import greenlet as module
from greenlet import getcurrent, gettrace, greenlet, settrace

names = {}


def tell(event, args):
    origin, target = args
    print(event, names.get(origin, '?'), '->', names.get(target, '?'))


def body():
    print('body got', main.switch(1))
    try:
        main.switch(2)
    except KeyError as e:
        print('caught', e)
    return 'end'


main = getcurrent()
names[main] = 'main'
print(gettrace(), settrace(tell), gettrace() is tell)
g = greenlet(body)
names[g] = 'g'
print(g.switch())
print(g.switch('x'))
print(g.throw(KeyError('k')))
print(g.switch())
print(main.switch('self'))


def failing(event, args):
    raise ValueError('in the tracing function')


h = greenlet(lambda: 'never')
settrace(failing)
try:
    h.switch()
except ValueError as e:
    print('ValueError', e, gettrace(), h.dead)
print(settrace(None), module.gettrace())
