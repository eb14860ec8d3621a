class N:
    def __init__(self, next): self.next = next

class Last:
    def __del__(self): print('the last one')

n = Last()
for i in range(5000):
    n = N(n)
print('built')
del n
print('gone')
l = [Last()]
for i in range(5000):
    l = [l]
del l
print('lists gone')
t = ()
for i in range(5000):
    t = (t,)
del t
print('tuples gone')
