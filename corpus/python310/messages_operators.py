# Words of 3.10 about operators and items.
class C:
    pass


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in (lambda: 1 % 0, lambda: 1 // 0, lambda: divmod(1, 0), lambda: 1.0 % 0, lambda: 1.0 // 0, lambda: 0.0 ** -1, lambda: 0 ** -1,
          lambda: pow(2, 3, 0), lambda: 10 ** 30 % 0, lambda: True % False,
          lambda: 'abc'['a'], lambda: 'abc'[None], lambda: 'abc'[1.0], lambda: [1]['a'], lambda: (1,)[None], lambda: b'a'['x'],
          lambda: C[0], lambda: int[0], lambda: C()[0],
          lambda: enumerate(), lambda: 'a' + 1, lambda: 1 + 'a', lambda: [] + (), lambda: -'a', lambda: 1 < 'a', lambda: 1 in 5,
          lambda: {}[1], lambda: int('x'), lambda: float('x'), lambda: len(5), lambda: [].pop(), lambda: iter(5), lambda: next(5),
          lambda: sum(['a']), lambda: ''.join([1]), lambda: max([]), lambda: range(1, 2, 0), lambda: chr(-1), lambda: ord('ab')):
    attempt(f)
