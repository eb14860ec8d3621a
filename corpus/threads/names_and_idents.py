# How threads are called.
import threading


def work():
    me = threading.current_thread()
    print(me.name, me.daemon, me is not threading.main_thread(), threading.get_ident() == me.ident)


class Worker(threading.Thread):
    def run(self):
        print(self.name, type(self).__name__, self._target)


threading.Thread(target=work).start()
threading.Thread(target=lambda: work()).start()
threading.Thread(target=work, name='named').start()
threading.Thread(target=work, name=7, daemon=True).start()
threading.Thread(target='text'.upper).start()
Worker().start()
Worker(name='w', daemon=True).start()
main = threading.current_thread()
print(main.name, main.daemon, main is threading.main_thread(), main.is_alive(), main.ident == threading.get_ident())
print([thread.name for thread in threading.enumerate()], threading.active_count())
main.name = 'renamed'
print(threading.main_thread().name)


def inherits():
    print(threading.Thread(target=work).daemon)


for daemon in (True, False):
    thread = threading.Thread(target=inherits, daemon=daemon)
    thread.start()
    thread.join()


class Forgetful(threading.Thread):
    def __init__(self):
        pass


def attempt(f):
    try:
        print(f())
    except (RuntimeError, AssertionError, ValueError) as e:
        print(type(e).__name__, e)


attempt(Forgetful().start)
attempt(Forgetful().join)
attempt(lambda: Forgetful().name)
attempt(lambda: Forgetful().daemon)
attempt(lambda: repr(Forgetful()))
attempt(lambda: setattr(threading.current_thread(), 'daemon', True))
attempt(lambda: threading.Thread(1))
print(threading.Thread(target=work, name='shown'), threading.Timer(1, work))
