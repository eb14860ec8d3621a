# Each greenlet handles its own exceptions: sys.exc_info, a bare raise, __context__.
import sys
from greenlet import getcurrent, greenlet


def handles(name):
    print(name, 'before', sys.exc_info()[1])
    try:
        raise ValueError(name)
    except ValueError:
        main.switch()
        print(name, 'handles', repr(sys.exc_info()[1]))
        try:
            raise
        except ValueError as e:
            print(name, 'raised again', e)
    print(name, 'after', sys.exc_info()[1])


main = getcurrent()
g, h = greenlet(handles), greenlet(handles)
try:
    raise KeyError('main')
except KeyError:
    g.switch('g')
    h.switch('h')
    print('main handles', repr(sys.exc_info()[1]))
    g.switch()
    h.switch()
print('main after', sys.exc_info()[1])


def bare():
    try:
        raise
    except RuntimeError as e:
        print('RuntimeError:', e)


try:
    raise KeyError('outside')
except KeyError:
    greenlet(bare).switch()


def context():
    try:
        main.switch()
    except TypeError as e:
        print(repr(e.__context__))
    try:
        raise OSError('own')
    except OSError as e:
        print(repr(e.__context__))


c = greenlet(context)
c.switch()
try:
    raise KeyError('while it throws')
except KeyError:
    c.throw(TypeError('thrown'))


def leaves():
    try:
        raise LookupError('first')
    except LookupError:
        raise IndexError('second')


try:
    greenlet(leaves).switch()
except IndexError as e:
    print(repr(e), repr(e.__context__))
