import time
from collections import deque

def countdown(name, n):
    while n:
        print(name, n)
        yield
        n -= 1
    print(name, 'zero')

turns = deque([countdown('long', 4), countdown('short', 1), countdown('mid', 2)])
while turns:
    task = turns.popleft()
    if next(task, 'over') != 'over':
        turns.append(task)
    time.sleep(0.25)
