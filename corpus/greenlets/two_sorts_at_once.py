# Two sorts of two lists interleave step by step; each keeps its own state, and a third is given up half-way.
from greenlet import greenlet, getcurrent

main = getcurrent()
log = []
def sort(name, items):
    def key(x):
        log.append(f'{name}{x}')
        main.switch()
        return -x
    items.sort(key=key)
    return items

a, b, c = [5, 1, 4], [10, 30, 20, 40], [7, 8, 9]
sorters = {n: greenlet(lambda n=n, l=l: sort(n, l)) for n, l in zip('abc', (a, b, c))}
round_number = 0
while not sorters['b'].dead:
    round_number += 1
    for name, g in sorters.items():
        if not g.dead and not (name == 'c' and round_number > 2):
            result = g.switch()
            if g.dead:
                print(name, 'sorted', result)
    if round_number == 2:
        print('in the midst:', len(a), len(b), len(c))
print(' '.join(log))
print(c)
try:
    sorters['c'].throw(KeyboardInterrupt)
except KeyboardInterrupt:
    print('given up:', c)
