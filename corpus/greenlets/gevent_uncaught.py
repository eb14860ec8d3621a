import gevent

def parse(text):
    return int(text)

def job(text):
    gevent.sleep(1)
    return parse(text)

jobs = [gevent.spawn(job, text) for text in ('1', 'two', '3')]
gevent.joinall(jobs)
print([g.value for g in jobs], repr(jobs[1].exception), jobs[1].successful())
try:
    jobs[1].get()
except ValueError as error:
    print('again:', error)
def chained():
    try:
        parse('x')
    except ValueError as error:
        raise LookupError('chained') from error
g = gevent.spawn(chained)
g.join()
print('main goes on')
gevent.spawn(job, 'last').join()
parse('of the main greenlet')
