# throw(): into one that waits, into a new one, into a dead one, into itself; with a class, a value, a traceback.
import sys
from greenlet import GreenletExit, getcurrent, greenlet


def waits():
    while True:
        try:
            got = main.switch('waits')
            print('got', got)
        except ValueError as e:
            print('caught', repr(e), e.__context__)
        except GreenletExit as e:
            print('exit', repr(e))
            raise


main = getcurrent()
g = greenlet(waits)
print(g.switch())
print(g.throw(ValueError))
print(g.throw(ValueError, 'one'))
print(g.throw(ValueError, ('a', 'b')))
print(g.throw(ValueError('instance')))
print(g.throw(ValueError, ValueError('same class')))
print(repr(g.throw()), g.dead)
print(repr(g.throw()), repr(g.throw(GreenletExit, 'x')))
try:
    g.throw(KeyError, 'dead')
except KeyError as e:
    print('KeyError', e)
print(repr(greenlet(waits).throw()))
try:
    greenlet(waits).throw(KeyError('new'))
except KeyError as e:
    print('KeyError', e)
try:
    main.throw(KeyError('self'))
except KeyError as e:
    print('KeyError', e)
for wrong in [(5,), (ValueError(), 5), (ValueError, 5, 6)]:
    try:
        g.throw(*wrong)
    except TypeError as e:
        print('TypeError:', e)


def fails():
    raise RuntimeError('made elsewhere')


def forwards():
    main.switch()


try:
    fails()
except RuntimeError:
    kind, e, tb = sys.exc_info()
f = greenlet(forwards)
f.switch()
f.throw(kind, e, tb)
