class It:
    def __init__(self, *items): self.items = list(items)
    def __iter__(self): return self
    def __next__(self):
        if not self.items: raise ValueError('in __next__')
        return self.items.pop(0)

for what in (lambda: '-'.join(It('a', 'b')), lambda: ''.join(It()), lambda: '-'.join([1]), lambda: '-'.join(['a', None, 'b']),
             lambda: '-'.join(5), lambda: ''.join(x for x in It('a')), lambda: ','.join(It(1))):
    try:
        print(what())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
def gen():
    yield 'a'
    raise KeyError('generator')
print('-'.join(gen()))
