n = 2 ** 100
print(n, -n, n + 1, n * n, n // 3, n % 1000, n - n)
print(n >> 90, 1 << 70, n & (2 ** 65 - 1), n | 1, n ^ n, ~n)
f = 1
for i in range(1, 31):
    f *= i
print(f)
print(len(str(3 ** 500)), str(7 ** 60)[:10], hex(10 ** 6), bin(10), oct(64))
print(int('123456789012345678901234567890'), int('ff', 16), int('-0b101', 0), int('  42  '), int('1_000'))
print(divmod(10 ** 20, 7), divmod(-10 ** 20, 7), pow(3, 1000, 10 ** 9), pow(2, -1))
print((2 ** 63 - 1) + 1, -2 ** 63 - 1, 9223372036854775807 * 2)
print((10 ** 30).bit_length(), abs(-10 ** 25), 10 ** 25 > 10 ** 24, 10 ** 20 == 1e20)
print(10 ** 18 / 3, 10 ** 25 / 10 ** 24, float(2 ** 70), int(1e22), 2 ** 0.5)
print(-7 // 2, -7 % 2, 7 // -2, 7 % -2, -7 // -2, 5 % -5)
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(10 ** 30), hash(-1))
try:
    1 << -1
except ValueError as e:
    print(e)
try:
    int('12x')
except ValueError as e:
    print(e)
