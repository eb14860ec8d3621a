# A chess simul: the master moves at board after board, the guests think in plain code and wait in the hub.
import heapq
import time
from greenlet import greenlet, getcurrent

class Hub:
    def __init__(self):
        self.timers, self.number = [], 0
        self.greenlet = greenlet(self.run)
    def later(self, seconds, switch):
        self.number += 1
        heapq.heappush(self.timers, (time.monotonic() + seconds, self.number, switch))
    def run(self):
        while self.timers:
            when, _, switch = heapq.heappop(self.timers)
            time.sleep(max(0, when - time.monotonic()))
            switch()
    def sleep(self, seconds):
        self.later(seconds, getcurrent().switch)
        self.greenlet.switch()
    def spawn(self, function, *args):
        g = greenlet(function, self.greenlet)
        self.later(0, lambda: g.switch(*args))
        return g

hub = Hub()
began = time.monotonic()
def log(*words): print(f'{time.monotonic() - began:4.1f}', *words)

boards = {n: [] for n in (1, 2, 3)}
waiting = {}

def guest(n, pause, moves):
    for move in range(moves):
        hub.sleep(pause)
        boards[n].append(f'guest {move}')
        waiting[n] = getcurrent()
        hub.greenlet.switch()
    boards[n].append('resigns')
    log('board', n, 'resigns')

def master():
    done = 0
    while done < 6:
        for n in sorted(waiting):
            player = waiting.pop(n)
            hub.sleep(0.5)
            boards[n].append('master')
            log('master at board', n)
            done += 1
            hub.later(0, player.switch)
        hub.sleep(0.1)
    return 'tired'

hub.spawn(guest, 1, 5, 2)
hub.spawn(guest, 2, 3, 3)
hub.spawn(guest, 3, 11, 1)
g = hub.spawn(master)
hub.greenlet.switch()
log('end', g.dead)
for n, moves in boards.items():
    print(n, moves)
