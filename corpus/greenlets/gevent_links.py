import gevent

def work(n):
    gevent.sleep(n)
    if n == 2:
        raise KeyError(n)
    return n

def told(word):
    return lambda g: print(word, g.value, repr(g.exception), g.ready())

a, b = gevent.spawn(work, 1), gevent.spawn(work, 2)
for g in a, b:
    g.link(told('link'))
    g.link_value(told('value'))
    g.link_exception(told('exception'))
unwanted = told('unlinked')
a.link(unwanted)
a.unlink(unwanted)
gevent.joinall([a, b])
print('joined')
a.link(told('late'))
print('linked late')
gevent.sleep(0)
chain = gevent.spawn(work, 0.5)
chain.link(lambda g: gevent.spawn(work, 0.25).link(told('second')))
gevent.sleep(2)
def fails(g): raise LookupError('in a link')
c = gevent.spawn(work, 0)
c.link(fails)
c.link(told('after the failing link'))
c.join()
gevent.sleep(0)
print('end')
