# A new thread begins with an empty context.
import contextvars
import threading

var = contextvars.ContextVar('var', default='default')
var.set('main')


def show():
    print(var.get())
    var.set('thread')
    print(var.get())


thread = threading.Thread(target=show)
thread.start()
thread.join()
context = contextvars.copy_context()
thread = threading.Thread(target=context.run, args=(show,))
thread.start()
thread.join()
print(var.get(), context[var])
