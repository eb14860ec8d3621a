# An exception that nobody catches leaves the program from whichever greenlet it comes.
from greenlet import getcurrent, greenlet


def works(n):
    got = getcurrent().parent.switch(n)
    return 1 / (got - 1)


def keeps(g):
    try:
        return g.switch(1)
    finally:
        print('kept until here')


g = greenlet(works)
print(g.switch(5))
keeps(g)
