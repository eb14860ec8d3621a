import time

def greet(n):
    print('hello', n)
    for second in range(n):
        yield       # until the next round
    print('world', n)

def run(tasks):
    while tasks:
        one_round(tasks)
        if tasks:
            time.sleep(1)

def one_round(tasks):
    for task in list(tasks):
        try:
            next(task)      # until its yield
        except StopIteration:
            tasks.remove(task)     # done

run([greet(3), greet(1), greet(2)])
