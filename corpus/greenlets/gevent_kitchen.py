import gevent

def cook(dish, seconds):
    print('start', dish)
    gevent.sleep(seconds)
    print('ready', dish)
    return dish.upper()

soup = gevent.spawn(cook, 'soup', 2)
fish = gevent.spawn(cook, 'fish', 1)
rice = gevent.spawn_later(0.5, cook, 'rice', 1)
print('nothing has started yet', soup.dead, soup.ready(), bool(soup))
done = gevent.joinall([soup, fish, rice])
print([g.value for g in done], [g is d for g, d in zip((soup, fish, rice), done)])
print(soup.ready(), soup.successful(), soup.exception, soup.get())
late = gevent.spawn(cook, 'late', 3)
print(late.join(timeout=1), late.ready(), late.value)
print(late.join(), late.value)
