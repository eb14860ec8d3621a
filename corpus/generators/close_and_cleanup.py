from contextlib import contextmanager

def resource(name, log):
    log.append('open ' + name)
    try:
        while True:
            log.append((yield name))
    except GeneratorExit:
        log.append('told to close ' + name)
        raise
    except Exception as error:
        log.append(f'{name} got {error!r}')
    finally:
        log.append('closed ' + name)

log = []
a = resource('a', log)
print(next(a), a.send('x'), a.close(), log)
log.clear()
a = resource('b', log)
next(a)
try:
    a.throw(KeyError('k'))
except StopIteration as stop:
    print('stopped with', stop.value, log)
log.clear()
def dropped():
    c = resource('c', log)
    next(c)
    return 'returned'
print(dropped(), log)
log.clear()

def refuses():
    while True:
        try:
            yield
        except GeneratorExit:
            print('no, not yet')
r = refuses()
next(r)
try:
    r.close()
except RuntimeError as error:
    print(error, r.gi_frame is not None)
try:
    r.throw(SystemExit(3))
except SystemExit as leaving:
    print('exit', leaving.code)
print(r.gi_frame)

@contextmanager
def step(name):
    print('begin', name)
    try:
        yield name.upper()
    except ZeroDivisionError:
        print('swallowed in', name)
    finally:
        print('end', name)
with step('one') as one, step('two') as two:
    print(one, two)
    1 / 0
print('on')
try:
    with step('three'):
        raise LookupError('through')
except LookupError as error:
    print(error)
@step('decorated')
def work(n): return n + 1
print(work(1), work(2))
@contextmanager
def empty():
    if False:
        yield
try:
    with empty():
        pass
except RuntimeError as error:
    print(error)
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice():
        print('body')
except RuntimeError as error:
    print(error)
