import contextvars
from greenlet import greenlet, getcurrent

main = getcurrent()
user = contextvars.ContextVar('user', default='nobody')
def work(name):
    print(name, 'begins as', user.get())
    user.set(name)
    main.switch()
    print(name, 'goes on as', user.get())
    main.switch()

user.set('main')
a, b = greenlet(work), greenlet(work)
a.switch('a')
b.switch('b')
print('main is', user.get())
user.set('main 2')
a.switch()
b.switch()
print('main is', user.get())
c = greenlet(work)
c.gr_context = contextvars.copy_context()
c.switch('c')
print('main is', user.get())
