# What a thread's failure is written to.
import sys
import threading


class Collects:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


def fails():
    raise ValueError('in a thread')


kept = sys.stderr
sys.stderr = collects = Collects()
thread = threading.Thread(target=fails)
thread.start()
thread.join()
sys.stderr = kept
text = ''.join(collects.parts)
lines = text.splitlines()
print(lines[0], lines[1], lines[-1], sep='\n')
