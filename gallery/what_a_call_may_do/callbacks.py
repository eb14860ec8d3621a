import asyncio

def fetch(n, then):
    loop.call_later(2, then, n * 10)

def price(n, then):
    fetch(n, lambda cost: then(cost + 1))

def show(n):
    def then(cost):
        print('article', n, 'costs', cost)
        if n == 3:
            loop.stop()
    price(n, then)

loop = asyncio.new_event_loop()
for n in 1, 2, 3:
    show(n)
loop.run_forever()
loop.close()
