import gevent

def ask(question): return wait_for(question) + '?'
def wait_for(question):
    gevent.sleep(len(question))
    return question.title()
def both(a, b): return [ask(a), ask(b)]
def tell(*questions): print(sorted(both(*questions), key=lambda q: (gevent.sleep(0.5), q)[1]))

gevent.joinall([gevent.spawn(tell, 'who', 'how'), gevent.spawn(tell, 'no', 'yes')])
