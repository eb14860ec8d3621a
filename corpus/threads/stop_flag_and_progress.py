import threading
import time

class Download(threading.Thread):
    def __init__(self, name, size, speed):
        super().__init__(name=name)
        self.size, self.speed, self.done, self.stop = size, speed, 0, threading.Event()
    def run(self):
        while self.done < self.size:
            if self.stop.wait(timeout=0.1):
                print(self.name, 'stopped at', self.done)
                return
            self.done = min(self.size, self.done + self.speed)
        print(self.name, 'complete')
    def bar(self): return f'{self.name} [{"=" * (10 * self.done // self.size):10}]'

downloads = [Download('a', 100, 11), Download('b', 40, 9), Download('c', 1000, 30)]
for download in downloads: download.start()
for second in range(6):
    time.sleep(0.24)
    print(round((second + 1) * 0.24, 2), *(download.bar() for download in downloads))
    if second == 2:
        downloads[2].stop.set()
for download in downloads: download.join()
print([download.is_alive() for download in downloads], [download.done for download in downloads])
