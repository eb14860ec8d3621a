import gevent

def steps(name, *pauses):
    print(name, 'begins')
    for pause in pauses:
        gevent.sleep(pause)
        print(name, pause)
    return name

def family(n):
    print('family', n)
    if n:
        child = gevent.spawn(family, n - 1)
        print('spawned by', n)
        child.join()
        print('joined by', n)

gevent.joinall([gevent.spawn(steps, 'a', 0, 0.1, 0), gevent.spawn(steps, 'b', 0, 0, 0.1),
                gevent.spawn(steps, 'c', 0.1, 0, 0), gevent.spawn(steps, 'd')])
gevent.spawn(family, 2).join()
print('sleeps of equal length')
gevent.joinall([gevent.spawn(steps, i, 0.2) for i in range(5)])
print('falling')
gevent.joinall([gevent.spawn(steps, i, (5 - i) / 10) for i in range(5)])
print('same moment by other ways')
gevent.joinall([gevent.spawn(steps, 'x', 0.3), gevent.spawn(steps, 'y', 0.1, 0.2), gevent.spawn_later(0.3, steps, 'z')])
gevent.spawn(print, 'spawned last')
gevent.sleep(0)
print('end')
gevent.spawn(print, 'never: nobody gives it a turn')
