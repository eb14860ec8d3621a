# A greenlet begins as deep as who has begun it; the limit on recursion is counted from there.
import sys
from greenlet import getcurrent, greenlet


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def in_greenlet(levels):
    if levels:
        return in_greenlet(levels - 1)
    return greenlet(depth).switch()


sys.setrecursionlimit(300)
flat, deep = in_greenlet(0), in_greenlet(100)
print(99 <= flat - deep <= 101)


def ping(n):
    if n:
        main.switch(n)
        ping(n - 1)


main = getcurrent()
greenlets = [greenlet(ping) for _ in range(5)]
print([g.switch(100) for g in greenlets])
print([g.switch() for g in greenlets])
total = 0
while any(not g.dead for g in greenlets):
    for g in greenlets:
        if not g.dead:
            total += g.switch() or 0
print(total)


def chain(n):
    if n == 0:
        return 'bottom'
    return greenlet(chain).switch(n - 1)


print(chain(30))
