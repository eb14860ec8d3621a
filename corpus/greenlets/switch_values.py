# What switch() hands over: one value, several, keywords, both; into a new greenlet and into one that waits.
from greenlet import getcurrent, greenlet


def receiver(*args, **keywords):
    print('begun with', args, keywords)
    while True:
        got = main.switch('ready')
        print('got', got)
        if got == 'stop':
            return 'stopped'


main = getcurrent()
g = greenlet(receiver)
print(g.switch(1, two=2))
print(g.switch())
print(g.switch(7))
print(g.switch(7, 8))
print(g.switch(a=1))
print(g.switch(7, a=1))
print(g.switch((1, 2)))
print(g.switch('stop'), g.dead)
print(main.switch(3), main.switch(3, 4), main.switch())
