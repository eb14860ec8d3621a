# The process waits for threads, but not for daemons.
import threading
import time


def beat(name, every):
    try:
        while True:
            time.sleep(every)
            print(name)
    finally:
        print('never printed')


def work():
    time.sleep(0.5)
    print('work ends', threading.main_thread().is_alive())
    threading.Thread(target=late).start()


def late():
    time.sleep(0.3)
    print('late ends')


threading.Thread(target=beat, args=('daemon', 0.2), daemon=True).start()
threading.Thread(target=work).start()


class Dies:
    def __del__(self):
        time.sleep(1)
        print('the last to die')


last = Dies()
print('main ends')
