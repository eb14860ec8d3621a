# A thread that threading has not made.
import _thread
import threading
import time


def work():
    me = threading.current_thread()
    print(me.name, me.daemon, me.is_alive(), threading.active_count())
    time.sleep(0.1)
    print('never: nobody waits for it')


_thread.start_new_thread(work, ())
time.sleep(0.05)
print([thread.name for thread in threading.enumerate()])
