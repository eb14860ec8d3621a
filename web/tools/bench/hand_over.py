import threading

def play(mine, other, n):
    for _ in range(n):
        mine.acquire()
        other.release()

first, second = threading.Lock(), threading.Lock()
second.acquire()
thread = threading.Thread(target=play, args=(second, first, SIZE // 2))
thread.start()
play(first, second, SIZE // 2)
thread.join()
