from greenlet import greenlet, getcurrent

class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

main = getcurrent()
def deep(n, kept):
    here = Noisy(f'level {n}')
    try:
        if n:
            return deep(n - 1, kept)
        main.switch('suspended')
    finally:
        print('leaving', n)

g = greenlet(deep)
print(g.switch(2, Noisy('argument')))
print('drop')
g = None
print('dropped')

def forgets():
    local = Noisy('in forgets')
    h = greenlet(deep)
    h.switch(0, None)
    print('forgets returns')
forgets()

def catches():
    mine = Noisy('mine')
    try:
        main.switch()
    except BaseException as error:
        print('caught', repr(error))
        main.switch('answered')
        print('resumed once more')
g = greenlet(catches)
g.switch()
g = None
print('a greenlet that goes on after it was told to leave')

def cleanup_fails():
    try:
        main.switch()
    finally:
        raise ValueError('in cleanup')
g = greenlet(cleanup_fails)
g.switch()
del g
print('goes on')
last = greenlet(deep)
last.switch(0, Noisy('at exit'))
print('end of the program')
