# Three at a time, an action between, and what breaks it.
import threading
import time

barrier = threading.Barrier(3, lambda: print('together'))


def work(name, delay):
    for i in range(2):
        time.sleep(delay)
        print(name, 'at the barrier', barrier.n_waiting)
        place = barrier.wait()
        print(name, 'through', place)


threads = [threading.Thread(target=work, args=(f't{i}', 0.1 * i)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()


def impatient():
    try:
        barrier.wait(0.2)
    except threading.BrokenBarrierError as e:
        print('broken', repr(e), barrier.broken)


threads = [threading.Thread(target=impatient) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
impatient()
barrier.reset()
print(barrier.broken, barrier.parties)
thread = threading.Thread(target=impatient)
thread.start()
barrier.abort()
thread.join()
