import sys
import threading
import time


def work():
    time.sleep(0.2)
    print('work')
    sys.exit('of the thread alone')


threading.Thread(target=work).start()
sys.exit(3)
