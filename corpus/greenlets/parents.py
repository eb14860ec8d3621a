# Results and exceptions go to the parent, whoever that is by then; the dead stand for their parents.
from greenlet import error, getcurrent, greenlet

main = getcurrent()


def parent_body():
    try:
        print('parent got', main.switch('parent waits'))
        print('parent got', main.switch('parent waits again'))
    except ValueError as e:
        print('parent caught', e)
    return 'parent is done'


def child():
    return 'child is done'


def failing():
    raise ValueError('from the child')


p = greenlet(parent_body)
print(p.switch())
c = greenlet(child, p)
print(c.parent is p, p.parent is main, main.parent)
print(c.switch())
d = greenlet(failing, parent=p)
print(d.switch())
print(c.dead, d.dead, p.dead)
# A parent that has died: its own parent takes over.
e = greenlet(child, p)
print(e.switch())
# A parent that has not begun is begun with the result.
fresh = greenlet(lambda *args: ('fresh got', args))
print(greenlet(lambda: 'x', fresh).switch(), fresh.dead)
# One that cannot begin passes its own error on.
broken = greenlet()
try:
    greenlet(lambda: 'x', broken).switch()
except AttributeError as err:
    print('AttributeError:', err)
# Reparenting while it runs.
def moves():
    getcurrent().parent = other
    return 'moved'


other = greenlet(lambda v: ('other got', v))
print(greenlet(moves).switch())
for what in (5, None, c):
    try:
        c.parent = what
    except (TypeError, ValueError) as err:
        print(type(err).__name__, err)
try:
    main.parent = c
except AttributeError as err:
    print('AttributeError:', err)
try:
    del c.parent
except AttributeError as err:
    print('AttributeError:', err)
print(issubclass(error, Exception))
