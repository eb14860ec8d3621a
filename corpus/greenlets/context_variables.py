# Each greenlet has a context of its own, empty at first; gr_context shows and sets it.
import contextvars
from greenlet import getcurrent, greenlet

name = contextvars.ContextVar('name', default='nobody')


def body(own):
    print('begins with', name.get())
    name.set(own)
    main.switch()
    print('goes on with', name.get())


main = getcurrent()
name.set('main')
g, h = greenlet(body), greenlet(body)
h.gr_context = contextvars.copy_context()
print(g.gr_context, h.gr_context[name])
g.switch('g')
h.switch('h')
print(name.get(), g.gr_context[name], h.gr_context[name], main.gr_context[name])
g.switch()
h.gr_context = g.gr_context
h.switch()
for wrong in (5, 'x'):
    try:
        g.gr_context = wrong
    except TypeError as e:
        print('TypeError:', e)
h.gr_context = None
print(h.gr_context, name.get())
k = greenlet(contextvars.copy_context().run)
k.switch(lambda: print('in a copy', name.get()))
