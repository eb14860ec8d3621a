import heapq
from time import monotonic, sleep

agenda = []

def remind(seconds, action, word):
    heapq.heappush(agenda, (monotonic() + seconds, word, action))

def snooze(word):
    print('snooze', word)
    remind(0.75, ring, word + '!')

def ring(word):
    print('ring', word)

remind(2, ring, 'tea')
remind(0.5, snooze, 'bread')
remind(1, ring, 'mail')
while agenda:
    at, word, action = heapq.heappop(agenda)
    if at > monotonic():
        sleep(at - monotonic())
    action(word)
