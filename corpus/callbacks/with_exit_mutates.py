log = []
class C:
    def __init__(self, name): self.name = name
    def __enter__(self):
        log.append('+' + self.name)
        return log
    def __exit__(self, kind, value, tb):
        log.append('-' + self.name)
        if value: value.args = ('changed by exit',)

with C('a') as l:
    print(l)
print(log)
try:
    with C('b'):
        raise ValueError('original')
except ValueError as e:
    print(e, log)
def f():
    with C('c') as l:
        return l
print(f())
def g():
    with C('d') as l:
        return len(l), list(l)[-1]
print(g(), log[-1])
for x in log:
    if x == '+a':
        with C('e') as l:
            del l[:]
print(log)
