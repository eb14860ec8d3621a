import gevent

def counts(name, n):
    for i in range(n):
        print(name, i, end=' ')
        gevent.sleep(0)
    print(name, 'out', end=' ')
def greedy(name):
    for i in range(3):
        print(name, i, end=' ')
gevent.joinall([gevent.spawn(counts, 'a', 3), gevent.spawn(greedy, 'g'), gevent.spawn(counts, 'b', 2), gevent.spawn(counts, 'c', 4)])
print()
def spawner():
    for i in range(3):
        gevent.spawn(counts, i, 1)
        print('spawned', i, end=' ')
        gevent.sleep(0)
gevent.spawn(spawner)
gevent.spawn(counts, 'x', 3)
for i in range(5):
    print('| main', i, end=' ')
    gevent.sleep(0)
print()
def timer(): print('timer', end=' ')
gevent.spawn_later(0, timer)
gevent.spawn_later(0.001, timer)
for i in range(4):
    print('spin', i, end=' ')
    gevent.sleep(0)
gevent.sleep(0.01)
print()
