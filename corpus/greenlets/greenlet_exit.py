from greenlet import greenlet, getcurrent, GreenletExit

main = getcurrent()
def worker(name):
    try:
        print(name, 'works')
        main.switch()
        print(name, 'never')
    except GreenletExit as leaving:
        print(name, 'told to leave', leaving.args)
        return name + ' left'
    finally:
        print(name, 'cleans up')

a = greenlet(worker)
a.switch('a')
print(a.throw())
b = greenlet(worker)
b.switch('b')
del b
print('b is gone')
c = greenlet(worker)
del c
print('c never began')

def stubborn():
    while True:
        try:
            main.switch('in')
        except GreenletExit:
            print('no')
            main.switch('refused')
d = greenlet(stubborn)
print(d.switch(), d.throw(), d.dead, d.switch())

def quits():
    raise GreenletExit('a value')
result = greenlet(quits).switch()
print(repr(result), result.args)
def nested():
    try:
        result = greenlet(quits).switch()
        print('inner exit is a value:', repr(result))
        raise GreenletExit(1, 2)
    except Exception:
        print('not an Exception')
print(repr(greenlet(nested).switch()))

def returns_locals():
    e = worker.__name__
    inner = greenlet(worker)
    inner.switch('inner')
    return e
print(greenlet(returns_locals).switch())
print('end')
