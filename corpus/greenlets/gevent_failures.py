# How an exception that leaves a greenlet shows: at once on standard error, and for who asks.
import gevent


def inner(n):
    return 1 // n


def fails(n):
    gevent.sleep(0.1)
    return inner(n)


g = gevent.spawn(fails, 0)
named = gevent.spawn(fails, n=0)
g.link_exception(lambda source: print('told of', repr(source.exception)))
g.link_value(lambda source: print('never'))
g.join()
print(g.ready(), g.successful(), repr(g.exception), g.value)
try:
    g.get()
except ZeroDivisionError as e:
    print('get raises', e)
gevent.sleep(0.1)
try:
    gevent.joinall([gevent.spawn(fails, 1), gevent.spawn(fails, 0)], raise_error=True)
except ZeroDivisionError as e:
    print('joinall raises', e)


def chained():
    try:
        inner(0)
    except ZeroDivisionError as e:
        raise RuntimeError('wrapped') from e


class Worker(gevent.Greenlet):
    def _run(self):
        raise KeyError('in a subclass')

    def __repr__(self):
        return 'Worker'


gevent.spawn(chained).join()
w = Worker()
w.start()
w.join()
print(repr(w.exception))


def callback():
    raise LookupError('in a callback of the loop')


gevent.get_hub().loop.run_callback(callback)
gevent.sleep(0)
exits = gevent.spawn(lambda: (_ for _ in ()).throw(SystemExit(3)))
try:
    exits.join()
except SystemExit as e:
    print('SystemExit in main', e.code)
print('end')
