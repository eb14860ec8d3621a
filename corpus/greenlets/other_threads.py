# A greenlet belongs to the thread in which it began: others cannot switch to it, and what they drop dies there.
import threading
from greenlet import GreenletExit, error, getcurrent, greenlet

main = getcurrent()


def waits(name):
    try:
        main.switch()
    except GreenletExit:
        print(name, 'exit in', threading.current_thread().name)
        raise


held = [greenlet(waits)]
held[0].switch('held')


def other():
    print('own', getcurrent() is main, getcurrent().parent)
    try:
        held[0].switch()
    except error as e:
        print('error', str(e).split('\n')[0])
    try:
        held[0].throw(ValueError)
    except error as e:
        print('error', str(e).split('\n')[0])
    held.pop()
    print('dropped')
    mine = greenlet(lambda: getcurrent().parent.switch('from mine'))
    print(mine.switch())
    kept.append(mine)
    try:
        mine.parent = main
    except ValueError as e:
        print('ValueError:', e)
    fresh.append(greenlet(print))


kept, fresh = [], []
t = threading.Thread(target=other, name='other')
t.start()
t.join()
print('joined')
getcurrent()
print('after getcurrent')
