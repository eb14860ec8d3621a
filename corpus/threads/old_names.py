# Names of before, with their warnings.
import threading

thread = threading.Thread(target=print, args=('run',))
thread.setName('n')
thread.setDaemon(True)
print(thread.getName(), thread.isDaemon())
thread.start()
print(threading.currentThread().name)
print(threading.activeCount())
event = threading.Event()
print(event.isSet())
condition = threading.Condition()
with condition:
    condition.notifyAll()
