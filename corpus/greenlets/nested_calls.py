# A switch from the middle of nested plain calls: none of them knows of it.
from greenlet import greenlet


def innermost(name, n):
    print(name, 'waits', n)
    got = hub.switch(name)
    print(name, 'goes on with', got)
    return n * 10


def middle(name, n):
    return innermost(name, n) + 1


def outermost(name):
    total = 0
    for n in range(3):
        total += middle(name, n)
    print(name, 'total', total)
    return total


def round_robin():
    ready = [greenlet(outermost), greenlet(outermost)]
    names = ['a', 'b']
    for g, name in zip(ready, names):
        print('hub:', g.switch(name))
    turn = 0
    while ready:
        g = ready.pop(0)
        came = g.switch(turn)
        turn += 1
        print('hub:', came)
        if not g.dead:
            ready.append(g)


hub = greenlet(round_robin)
hub.switch()
print('done')
