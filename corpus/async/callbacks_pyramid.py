# The pyramid of doom: each step waits, and hands its result to the next; errors go another way.
import asyncio

loop = asyncio.new_event_loop()
start = loop.time()

def log(*words):
    print(round(loop.time() - start, 1), *words)

def fetch_user(name, done, failed):
    log('fetch user', name)
    if not name.isalpha():
        loop.call_later(0.5, failed, ValueError(f'no such user: {name}'))
    else:
        loop.call_later(1, done, {'name': name, 'id': len(name)})

def fetch_orders(user, done, failed):
    log('fetch orders of', user['id'])
    loop.call_later(1, done, [user['id'] * 10 + i for i in range(user['id'] % 3)])

def fetch_price(order, done, failed):
    log('fetch price of', order)
    loop.call_later(0.25, done, order / 4)

def report(name, finished):
    def failed(error):
        log('failed:', error)
        finished(None)
    def have_user(user):
        def have_orders(orders):
            prices = []
            def have_price(price):
                prices.append(price)
                if len(prices) == len(orders):
                    finished(sum(prices))
                else:
                    fetch_price(orders[len(prices)], have_price, failed)
            if orders:
                fetch_price(orders[0], have_price, failed)
            else:
                finished(0)
        fetch_orders(user, have_orders, failed)
    fetch_user(name, have_user, failed)

names = iter(['Hypatia', 'Ada', 'x9', 'Grace'])
def again(result=None):
    if result is not None:
        log('sum', result)
    name = next(names, None)
    if name is None:
        loop.stop()
    else:
        report(name, again)

again()
loop.run_forever()
loop.close()
