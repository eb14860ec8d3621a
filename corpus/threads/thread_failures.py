# What leaves a thread, and the hook that is told.
import sys
import threading


def fails(n):
    try:
        10 // n
    except ZeroDivisionError as e:
        raise KeyError('n') from e


def run(target, **keywords):
    thread = threading.Thread(target=target, **keywords)
    thread.start()
    thread.join()
    print(thread.name, thread.is_alive())


run(fails, args=(0,))
run(None)
run(5)
run(fails, name='without its argument')
run(sys.exit, args=(2,))


class Odd(Exception):
    def __str__(self):
        raise RuntimeError('no text')


def odd():
    raise Odd


run(odd)


def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


threading.excepthook = hook
run(fails, args=(0,))
run(sys.exit)


def bad_hook(args):
    raise RuntimeError('the hook fails')


threading.excepthook = bad_hook
run(fails, args=(0,))
threading.excepthook = threading.__excepthook__
run(fails, args=(0,))
