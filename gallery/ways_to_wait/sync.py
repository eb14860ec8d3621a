import time

def greet(n):
    print('hello', n)
    time.sleep(3)
    print('world', n)

for n in 1, 2, 3:
    greet(n)
