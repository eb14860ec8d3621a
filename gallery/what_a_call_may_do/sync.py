import time

def fetch(n):
    time.sleep(2)
    return n * 10

def price(n):
    return fetch(n) + 1

def show(n):
    print('article', n, 'costs', price(n))

for n in 1, 2, 3:
    show(n)
