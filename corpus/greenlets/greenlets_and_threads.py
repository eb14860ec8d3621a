# Each thread has greenlets of its own; a greenlet of another thread can't be switched to.
import threading
from greenlet import greenlet, getcurrent, error

main = getcurrent()
def work(name):
    me = getcurrent()
    print(name, me is main, me.parent)
    g = greenlet(lambda: 'in ' + name)
    print(g.switch())
    try:
        foreign.switch()
    except error as problem:
        print(type(problem).__name__, str(problem).split('\n')[0][:40])
foreign = greenlet(lambda: main.switch('waiting'))
print(foreign.switch())
t = threading.Thread(target=work, args=('thread',))
t.start()
t.join()
print(foreign.switch('end'))
