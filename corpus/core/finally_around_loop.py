# An exception, a break and a continue inside a loop that stands inside a try.
def boom(n):
    if n == 2:
        raise ValueError(n)
    return n

def with_break(stop):
    try:
        while True:
            boom(2)
            if stop:
                break
    finally:
        print('finally, break')

def with_continue():
    try:
        for n in range(4):
            if n == 1:
                continue
            print('turn', boom(n))
    finally:
        print('finally, continue')

def nested():
    try:
        for n in range(3):
            try:
                if n == 1:
                    continue
                boom(n)
            finally:
                print('inner', n)
    except ValueError as e:
        print('caught', e)
    else:
        print('nothing was raised')
    finally:
        print('outer')

for f in with_break, lambda: with_continue(), nested:
    try:
        f(False) if f is with_break else f()
    except ValueError as e:
        print('left with', e)
