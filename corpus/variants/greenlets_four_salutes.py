import gevent

def salute(name, pause):
    print('good day', name)
    gevent.sleep(pause)
    print('good bye', name)

guests = {'Di': 2, 'Bo': 0.5, 'Cy': 2, 'Abe': 1}
jobs = [gevent.spawn(salute, *guest) for guest in guests.items()]
gevent.joinall(jobs)
