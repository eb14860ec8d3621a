from greenlet import greenlet, getcurrent

def inner():
    try:
        raise ValueError('from inner')
    finally:
        print('inner: finally')

def middle():
    child = greenlet(inner)
    try:
        child.switch()
    except ValueError as error:
        print('middle caught', error)
        raise KeyError('from middle') from error
    finally:
        print('middle: finally', child.dead)

def outer():
    child = greenlet(middle)
    try:
        return child.switch()
    except KeyError as error:
        print('outer caught', repr(error), 'from', repr(error.__cause__))
        names, tb = [], error.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(names)
        return 'mended'

print(greenlet(outer).switch())

def lazy():
    getcurrent().parent.switch('started')
    raise LookupError('later')
def makes():
    g = greenlet(lazy)
    print(g.switch())
    return g
maker = greenlet(makes)
orphan = maker.switch()
print(maker.dead, orphan.dead, orphan.parent is maker)
try:
    orphan.switch()
except LookupError as error:
    print('goes past the dead parent to main:', error)

def exits(): raise SystemExit('from a greenlet')
try:
    greenlet(exits).switch()
except SystemExit as leaving:
    print(leaving)
def stops(): raise StopIteration(7)
print([x for x in iter(lambda: 1, 1)], end=' ')
try:
    greenlet(stops).switch()
except StopIteration as stop:
    print('stop', stop.value)
def generator():
    greenlet(stops).switch()
    yield
try:
    next(generator())
except RuntimeError as error:
    print(error)
