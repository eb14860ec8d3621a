if (n := 10) > 5:
    print(n)
data = iter([3, 1, 4, 0, 5])
while (x := next(data)) != 0:
    print(x, end=' ')
print('stop at', x)
print([y for v in range(5) if (y := v * v) > 3], y)
def f():
    total = 0
    parts = [total := total + i for i in range(4)]
    return parts, total
print(f())
print((a := 1, b := a + 1), a, b)
if any((hit := w).startswith('b') for w in ['abc', 'bcd', 'cde']):
    print('hit', hit)
d = {}
print((d := {'k': (v := 5)})['k'], v)
print(f'{(z := 3)} {z}')
