# An exception goes through the parents: its traceback shows each greenlet's frames, and where they switched.
from greenlet import greenlet


def innermost():
    raise ValueError('deep')


def third():
    innermost()


def second():
    greenlet(third).switch()


def first():
    try:
        greenlet(second).switch()
    except ValueError as e:
        raise RuntimeError('in the first') from e


def start():
    greenlet(first).switch()


start()
