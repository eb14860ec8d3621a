# The repr of a container whose items sleep, while another thread changes it.
import threading
import time


class Slow:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        time.sleep(0.1)
        return f'<{self.name}>'


items = [Slow('a'), Slow('b')]
table = {'k': Slow('v')}


def change():
    time.sleep(0.05)
    items.append(Slow('c'))
    items[1] = 'replaced'
    table['other'] = 1


def shows(v):
    try:
        print(repr(v))
    except RuntimeError as e:
        print(e)


items.append(items)
threads = [threading.Thread(target=shows, args=(items,)), threading.Thread(target=change),
           threading.Thread(target=shows, args=(table,)), threading.Thread(target=shows, args=(items,))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
shows(items)
