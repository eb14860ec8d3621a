# A plain recursive walk that switches out of any depth: two trees are compared without lists of their leaves.
from greenlet import greenlet, getcurrent

def walk(tree, emit):
    if isinstance(tree, tuple):
        for part in tree:
            walk(part, emit)
    else:
        emit(tree)

def leaves(tree):
    def run():
        consumer = getcurrent().parent
        walk(tree, consumer.switch)
        return None
    return greenlet(run)

def same_fringe(a, b):
    left, right = leaves(a), leaves(b)
    steps = 0
    while True:
        x, y = left.switch(), right.switch()
        steps += 1
        if x != y:
            return f'differ at {steps}: {x} {y}'
        if x is None:
            return f'same, {steps - 1} leaves'

print(same_fringe((1, (2, 3), ((4,),)), ((1, 2), 3, 4)))
print(same_fringe((1, 2, (3, 4)), (1, (2, (4, 3)))))
print(same_fringe((1, 2), (1, 2, 3)))
deep = 0
for i in range(300):
    deep = (deep, i)
flat = (0,) + tuple(range(300))
print(same_fringe(deep, flat))

class Iterator:
    """An iterator over a function that takes a callback."""
    def __init__(self, function, *args):
        self.greenlet = greenlet(lambda: self.run(function, args))
    def run(self, function, args):
        function(*args, lambda *values: self.back.switch(values))
        return StopIteration
    def __iter__(self): return self
    def __next__(self):
        self.back = getcurrent()
        value = self.greenlet.switch()
        if value is StopIteration:
            raise StopIteration
        return value[0]
def hanoi(n, a, b, c, move):
    if n:
        hanoi(n - 1, a, c, b, move)
        move(a + c)
        hanoi(n - 1, b, a, c, move)
print(*Iterator(hanoi, 3, 'a', 'b', 'c'))
print(list(zip(Iterator(walk, ((1, 2), 3)), Iterator(walk, 'x'), [0])))
