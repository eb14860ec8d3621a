# Tracebacks show lines, and nothing below them.
class Refused(Exception):
    pass


def outer(n):
    return inner(n) + 1


def inner(n):
    try:
        return 1 / n
    except ZeroDivisionError as e:
        raise Refused('by zero') from e


try:
    outer(0)
except Refused:
    [1, 2, 3].appendd(4)
