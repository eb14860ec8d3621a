print(int(3.9), int(-3.9), int('42'), int(True), int(1e10), float(3), float('3.5'), float(True))
print(bool(0), bool(0.0), bool(''), bool('0'), bool([]), bool([0]), bool(None), bool(-1))
print(str(42), str(4.0), str(True), str(None), str([1, 'a']), str((1,)), str({'a': 1}))
print(1 + 1.0, 1 + True, True + True, 2 * 1.5, 3 // 1.0, 7 / 2, 6 / 3, type(6 / 3).__name__, type(7 // 2).__name__)
print(list('abc'), list((1, 2)), tuple([1]), dict([[1, 2]]), sorted(set([2, 1, 2])))
print(int('101', 2), int('z', 36), chr(65), ord('A'), hex(255), bin(5), oct(8))
print(1 == 1.0, hash(1) == hash(1.0), 1.5 == 3 / 2, 10 ** 2, 10 ** -2, 10 ** 2.0)
print(round(3.7), round(-3.7), abs(-3), abs(-3.5), divmod(17, 5), pow(2, 8), pow(2, 8, 100))
for f in (lambda: int('3.5'), lambda: int(''), lambda: float('x'), lambda: int(None), lambda: int([]),
          lambda: int(float('inf')), lambda: int(float('nan')), lambda: ord('ab'), lambda: float('')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
