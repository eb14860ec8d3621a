# A thread that waits for ever keeps the process from ending.
import threading

event = threading.Event()
threading.Thread(target=event.wait).start()
print('main ends')
