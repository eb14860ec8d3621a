# A pool of threads: who works, in which order, and what comes of it.
import threading
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


def work(n):
    print(threading.current_thread().name, 'begins', n)
    time.sleep(n)
    if n == 0.15:
        raise ValueError(n)
    return n


with ThreadPoolExecutor(max_workers=2, thread_name_prefix='pool') as pool:
    futures = [pool.submit(work, n) for n in (0.3, 0.1, 0.15, 0.05)]
    print(len(pool._threads), futures[0].running(), futures[3].done())
    for future in as_completed(futures):
        print('completed', future.exception() or future.result())
    print(list(pool.map(work, (0.02, 0.01, 0.03))))
    slow = pool.submit(work, 0.4)
    quick = pool.submit(work, 0.1)
    done, left = wait([slow, quick], return_when=FIRST_COMPLETED)
    print(done == {quick}, left == {slow})
    done, left = wait([slow], timeout=0.1)
    print(len(done), len(left))
    queued = [pool.submit(work, 0.2) for _ in range(3)]
    print(queued[2].cancel(), queued[2].cancelled(), queued[0].cancel())
    queued[1].add_done_callback(lambda f: print('callback on', threading.current_thread().name, f.result()))
    try:
        slow.result(timeout=0.01)
    except TimeoutError as e:
        print('TimeoutError', e)
try:
    pool.submit(work, 0)
except RuntimeError as e:
    print(e)


def attempt(f, *args, **keywords):
    try:
        f(*args, **keywords)
    except (ValueError, TypeError) as e:
        print(e)


attempt(ThreadPoolExecutor, 0)
attempt(ThreadPoolExecutor, initializer=1)
forgotten = ThreadPoolExecutor(1)
forgotten.submit(work, 0.2)
forgotten.submit(work, 0.1)
print('main ends')
