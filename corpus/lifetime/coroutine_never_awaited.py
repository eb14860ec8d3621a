async def f(x):
    return x

f(1)
print('after 1')
c = f(2)
del c
print('after 2')
def g():
    c = f(3)
    print('in g')
g()
print('after 3')
l = [f(4)]
l.clear()
print('after 4')
d = f(5)
d.close()
del d
print('a closed one is silent')
e = f(6)
try:
    e.send(None)
except StopIteration as s:
    print(s.value)
del e
print('a started one is silent')
