# What a greenlet handles is its own: the others don't see it, and find their own again.
import sys
from greenlet import greenlet, getcurrent

def handled():
    error = sys.exc_info()[1]
    return repr(error)

def one():
    try:
        raise ValueError('one')
    except ValueError:
        print('one handles', handled())
        two_greenlet.switch()
        print('one still handles', handled())
        try:
            raise KeyError('inner')
        except KeyError as error:
            print('context', repr(error.__context__))
            two_greenlet.switch()
            print('back in', handled())
        print('after', handled())
    print('one is out', handled())

def two():
    print('two sees', handled())
    try:
        1 / 0
    except ZeroDivisionError:
        print('two handles', handled())
        one_greenlet.switch()
        print('two again', handled())
        try:
            raise LookupError
        except LookupError as error:
            print('context', repr(error.__context__))
    print('two is out', handled())
    one_greenlet.switch()

one_greenlet, two_greenlet = greenlet(one), greenlet(two)
try:
    raise OSError('main')
except OSError:
    one_greenlet.switch()
    print('main handles', handled())
print('main is out', handled())
def reraise():
    try:
        raise
    except RuntimeError as error:
        print(error)
try:
    raise OSError('main')
except OSError:
    greenlet(reraise).switch()
