import threading
import time

forks = [threading.Lock() for _ in range(3)]
log = []
began = time.monotonic()

def note(n, word): log.append(f'{time.monotonic() - began:.1f} {n} {word}')

def philosopher(n, first, second, meals):
    while meals:
        note(n, 'thinks')
        time.sleep(0.2)
        with forks[first]:
            note(n, f'has {first}')
            time.sleep(0.1)
            with forks[second]:
                note(n, 'eats')
                time.sleep(0.3)
        meals -= 1
    note(n, 'leaves')

# The last one takes the forks in the other order, so that they can't all hold one and wait for the next.
order = [(0, 1), (1, 2), (0, 2)]
threads = [threading.Thread(target=philosopher, args=(n, *pair, 2)) for n, pair in enumerate(order)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(*log, sep='\n')
