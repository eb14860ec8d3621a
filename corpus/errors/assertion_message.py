def check(x):
    assert isinstance(x, int), f'an int is wanted, not {x!r}'
    return x
check(1)
check('1')
