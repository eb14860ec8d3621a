import gevent

def work(n):
    gevent.sleep(n)
    if n == 2:
        raise ValueError('two')
    return n * 10

jobs = [gevent.spawn(work, n) for n in (3, 1, 4)]
done = gevent.joinall(jobs, timeout=1.5)
print([g.value for g in done], [g.value for g in jobs])
done = gevent.joinall(jobs, timeout=1.6)
print([g.value for g in done], [g.ready() for g in jobs])
done = gevent.joinall(jobs)
print([g.value for g in done])
print(gevent.joinall([]), gevent.joinall(jobs, timeout=0) == jobs)
first = gevent.joinall([gevent.spawn(work, n) for n in (3, 1, 5)], count=1)
print([g.value for g in first])
first = list(gevent.iwait([gevent.spawn(work, n) for n in (0.3, 0.1, 0.2)]))
print([g.value for g in first])
try:
    gevent.joinall([gevent.spawn(work, 1), gevent.spawn(work, 2), gevent.spawn(work, 3)], raise_error=True)
except ValueError as error:
    print('raised', error)
print([g.value for g in gevent.wait([gevent.spawn(work, 0.2), gevent.spawn(work, 0.1)])])
