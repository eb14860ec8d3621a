print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 4, 256 >> 3, -1 >> 1, -8 >> 1)
print(bin(-5), bin(255), hex(-255), format(10, '08b'), (255).bit_length(), (0).bit_length())
x = 0
for i in (1, 3, 5):
    x |= 1 << i
print(x, bin(x), [i for i in range(8) if x >> i & 1])
x &= ~(1 << 3)
x ^= 1
x <<= 2
x >>= 1
print(x, bin(x).count('1'))
print(True & False, True | False, True ^ True, type(True & True).__name__, type(True & 1).__name__)
print(7 // 2, 7 % 3, -7 // 3, 2 ** 10, 2 ** 3 ** 2, (-2) ** 2, -2 ** 2)
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
x = 10
x //= 3; x **= 3; x %= 10; x -= 1; x *= 2; x /= 4
print(x)
try:
    1.5 & 1
except TypeError as e:
    print(e)
