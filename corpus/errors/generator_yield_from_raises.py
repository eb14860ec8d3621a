def leaf(n):
    yield n
    raise RuntimeError(f'leaf {n}')
def branch():
    yield 'branch'
    yield from leaf(1)
def root():
    yield from branch()
g = root()
print(next(g), next(g))
next(g)
