# A memo table filled by greenlets that wait for each other's results.
from functools import lru_cache, wraps
from greenlet import greenlet, getcurrent

main = getcurrent()
asked = []
def remote(name):
    """Stands for a slow call: the main greenlet answers."""
    asked.append(name)
    return main.switch(name)

def retry(times):
    def decorate(function):
        @wraps(function)
        def call(*args):
            for attempt in range(1, times + 1):
                try:
                    return function(*args)
                except LookupError as error:
                    print(f'{function.__name__}{args} attempt {attempt}: {error}')
            raise RuntimeError(f'{function.__name__} gave up') from error_of(attempt)
        return call
    return decorate
def error_of(n): return LookupError(n)

@lru_cache(maxsize=None)
def price(article):
    return len(remote(article))

@retry(2)
def stock(article):
    answer = remote('stock ' + article)
    if answer == 'again':
        raise LookupError('busy')
    return answer

def cart(*articles):
    total = sum(price(article) for article in articles)
    return total, [stock(article) for article in dict.fromkeys(articles)]

g = greenlet(cart)
reply = g.switch('tea', 'milk', 'tea')
answers = {'tea': 'TEA', 'milk': 'MILK'}
stocks = iter(['again', 3, 4])
while not g.dead:
    print('asked for', reply)
    reply = g.switch(next(stocks) if reply.startswith('stock') else answers[reply])
print(reply, price.cache_info())
g = greenlet(cart)
print(g.switch('tea'))
g.switch('again')
try:
    g.switch('again')
except RuntimeError as error:
    print(error, repr(error.__cause__))
print(asked)
