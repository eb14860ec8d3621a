for x in (0.1, 0.1 + 0.2, 1.0, 100.0, 1e15, 1e16, 123456789012345680.0, 1e-4, 1e-5, 1e22, 1e100, 5e-324):
    print(x, end=' ')
print()
print(1 / 3, 2 / 3, 10 / 4, 7 / 7, -0.0, 0.0 == -0.0, 1e308 * 10, -1e308 * 10)
inf, nan = float('inf'), float('nan')
print(inf, -inf, nan, inf - inf, nan == nan, nan != nan, inf > 1e308, [nan] == [nan])
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(1e20), round(5), round(1.5, 0))
print(0.1 * 3, 1.1 + 2.2, 1e16 + 1, 3.0 * 2, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 2.0 ** 10, 2 ** -1)
print(divmod(7.5, 2), abs(-1.5), 1.5.is_integer(), 2.0.is_integer())
print(float('1e3'), float(' 2.5 '), float('-inf'), float('1_0.5'))
print(str(1.5), repr(0.1), 123.456e5, .5, 5.)
print(4.35 * 100, 0.1 + 0.7, 1.005 * 1000, 9007199254740993.0, 2 ** 53 + 1.0)
print(sum([0.1] * 10), sum([0.1] * 10) == 1.0, max(0.1, 1), min(-0.0, 0.0))
try:
    1.0 / 0
except ZeroDivisionError as e:
    print(e)
try:
    5 % 0.0
except ZeroDivisionError as e:
    print(e)
try:
    2.0 ** 10000
except OverflowError as e:
    print(e)
