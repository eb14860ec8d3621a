# gevent.pool: groups and pools; map, imap, apply, kill, what a full pool does.
import gevent
from gevent.pool import Group, Pool, PoolFull


def work(n):
    print('begin', n)
    gevent.sleep(0.1 * (4 - n))
    print('end', n)
    return n * n


group = Group()
for n in range(3):
    group.spawn(work, n)
print(len(group), bool(group), group.full())
print(group.join(timeout=0.01), len(group))
print(group.join(), len(group), bool(group))
print(group.map(work, [3, 2]))

pool = Pool(2)
print(pool.free_count(), pool.full())
for n in range(4):
    pool.spawn(work, n)
    print('spawned', n, pool.free_count())
pool.join()
print(pool.map(work, range(3)))
print(list(pool.imap(work, [1, 2, 3])))
print(list(pool.imap_unordered(work, [1, 2, 3])))
print(pool.apply(work, (3,)))
result = pool.apply_async(work, (2,), callback=lambda v: print('callback', v))
print(result.get())
gevent.sleep(0)
first, second = pool.spawn(work, 1), pool.spawn(work, 2)
try:
    pool.add(gevent.Greenlet(work, 3), blocking=False)
except PoolFull as e:
    print('PoolFull', repr(e))
print(pool.wait_available(timeout=0.05))
pool.kill()
print(len(pool), first.dead, repr(first.value))


def fails(n):
    if n == 1:
        raise ValueError('of 1')
    return n


try:
    print(list(pool.imap(fails, range(3))))
except ValueError as e:
    print('ValueError', e)
g = Group()
g.spawn(fails, 1)
try:
    g.join(raise_error=True)
except ValueError as e:
    print('joined', e)
try:
    Pool(-1)
except ValueError as e:
    print(e)
