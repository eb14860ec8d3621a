# gevent.sleep in the midst of a sort's key, a look-up, a repr and a finalizer, with a ticker beside it.
import gevent


class Slow:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        gevent.sleep(0.05)
        return self.n == other.n

    def __repr__(self):
        gevent.sleep(0.05)
        return f'Slow({self.n})'

    def __del__(self):
        gevent.sleep(0.01)
        print('del', self.n)


def tick():
    for n in range(8):
        print('tick', n)
        gevent.sleep(0.06)


def key(n):
    gevent.sleep(0.05)
    return -n


def work():
    print(sorted([1, 3, 2], key=key))
    table = {Slow(1): 'one', Slow(2): 'two'}
    print(table[Slow(2)])
    print(list(table))
    del table
    return 'done'


ticker, worker = gevent.spawn(tick), gevent.spawn(work)
gevent.joinall([ticker, worker])
print(worker.value)
