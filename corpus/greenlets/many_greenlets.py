# A ring of five hundred: a token goes round, each adds one.
from greenlet import greenlet, getcurrent

main = getcurrent()
def node(n):
    token = main.switch()
    while True:
        token = ring[(n + 1) % len(ring)].switch(token + 1) if n + 1 < len(ring) else main.switch(token + 1)

ring = []
for n in range(500):
    g = greenlet(node)
    ring.append(g)
    g.switch(n)
print(ring[0].switch(0), ring[0].switch(1000), ring[498].switch(0))
print(sum(bool(g) for g in ring), any(g.dead for g in ring))
def chain(n):
    return greenlet(chain).switch(n - 1) + 1 if n else 0
print(greenlet(chain).switch(100))
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
def deep_then_switch(n):
    return deep_then_switch(n - 1) if n else main.switch('at the bottom')
g = greenlet(deep_then_switch)
print(g.switch(500), g.switch('and up again'))
del ring[:]
print('end')
