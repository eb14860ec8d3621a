# A dict's look-up whose __eq__ sleeps while another thread changes the dict.
import threading
import time


class Key:
    def __init__(self, name, sleeps=0):
        self.name = name
        self.sleeps = sleeps

    def __hash__(self):
        return 1

    def __eq__(self, other):
        print('eq', self.name, other.name)
        time.sleep(self.sleeps)
        return self.name == other.name

    def __repr__(self):
        return f'Key({self.name!r})'


table = {Key('a'): 1}


def change():
    time.sleep(0.05)
    del table[next(iter(table))]
    table['b'] = 2
    print('changed', table)


def look(key):
    try:
        print('found', table[key])
    except KeyError as e:
        print('missing', e)


threads = [threading.Thread(target=look, args=(Key('a', 0.1),)), threading.Thread(target=change)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()


class Raises(Key):
    __hash__ = Key.__hash__

    def __eq__(self, other):
        time.sleep(0.1)
        raise RuntimeError(f'{self.name} and {other.name}')


table = {Key('x'): 1}


def tries():
    try:
        table[Raises('y')] = 2
    except RuntimeError as e:
        print(e)


def adds():
    time.sleep(0.05)
    table[Key('z')] = 3


threads = [threading.Thread(target=tries), threading.Thread(target=adds)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(table)
