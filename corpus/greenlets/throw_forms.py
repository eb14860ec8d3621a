from greenlet import greenlet, getcurrent, GreenletExit

main = getcurrent()
class Own(Exception):
    def __init__(self, *args):
        print('made', args)
        super().__init__(*args)

def patient():
    n = 0
    while True:
        try:
            main.switch(n)
        except GreenletExit:
            raise
        except Exception as error:
            print('caught', repr(error), error.args)
            n += 1

def started():
    g = greenlet(patient)
    g.switch()
    return g

g = started()
print(g.throw(Own), g.throw(Own('a')), g.throw(Own, 'b'), g.throw(Own, ('c', 'd')), g.throw(Own, Own('e')))
print(g.throw(KeyError, 5, None), g.throw(ZeroDivisionError))
for wrong in ('text',), (5,), (int,), (Own('x'), 'y'), (Own, 'z', 7):
    try:
        print(g.throw(*wrong))
    except TypeError as error:
        print('TypeError', error)
print(repr(g.throw()), g.dead)
print(repr(g.throw()))
try:
    g.throw(ValueError('to the dead'))
except ValueError as error:
    print(error)

g = started()
print(repr(g.throw(GreenletExit('with a value'))))
fresh = greenlet(patient)
try:
    fresh.throw(LookupError('never begun'))
except LookupError as error:
    print(repr(error), fresh.dead, bool(fresh))
print(repr(greenlet(patient).throw(GreenletExit)), issubclass(GreenletExit, Exception), GreenletExit.__mro__[1].__name__)
print(main.throw is not None)
try:
    main.throw(RuntimeError('to myself'))
except RuntimeError as error:
    print(error)
