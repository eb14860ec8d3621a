import time

began = time.monotonic()
def since(): return round(time.monotonic() - began, 1)

def limited(source, per_second):
    """Passes on at most so many a second."""
    due = time.monotonic()
    for item in source:
        pause = due - time.monotonic()
        if pause > 0:
            time.sleep(pause)
        due = max(due, time.monotonic()) + 1 / per_second
        yield item

def batches(source, size, seconds):
    """Lists of at most `size`, none older than `seconds` when it is asked for more."""
    batch, opened = [], None
    for item in source:
        if opened is None:
            opened = time.monotonic()
        batch.append(item)
        if len(batch) == size or time.monotonic() - opened >= seconds:
            yield batch
            batch, opened = [], None
    if batch:
        yield batch

def retrying(make, tries):
    for attempt in range(1, tries + 1):
        try:
            yield from make(attempt)
            return
        except OSError as error:
            print(since(), 'attempt', attempt, 'failed:', error)
            time.sleep(attempt)
    raise RuntimeError('gave up')

def flaky(attempt):
    for i in range(4):
        if i >= attempt:
            raise OSError(f'lost after {i}')
        yield f'{attempt}.{i}'

for batch in batches(limited('simulation', 4), 4, 0.7):
    print(since(), batch)
print(since(), list(retrying(flaky, 6)))
try:
    for item in retrying(flaky, 2):
        print(since(), item)
except RuntimeError as error:
    print(since(), error, '|', error.__context__)
