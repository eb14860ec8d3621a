a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), e = [3, 4], 5
print(c, d, e)
first, *middle, last = range(6)
print(first, middle, last)
*head, tail = 'ab'
print(head, tail)
x, *y = [1]
print(x, y)
[p, q] = {'k': 1, 'l': 2}
print(p, q)
for a, *b in (1, 2, 3), (4,):
    print(a, b)
i = 0
arr = [0, 0, 0]
i, arr[i] = 2, 9
print(i, arr)
a = b = c = []
a.append(1)
print(b, c is a)
def f(): return 1, (2, 3)
m, (n, o) = f()
print(m, n, o)
for bad in (lambda: exec1([1]), lambda: exec1([1, 2, 3]), lambda: exec1(5), lambda: exec2([])):
    def exec1(v): x, y = v
    def exec2(v): x, *y = v
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
(a, b), c = (1, 2), 3
print(a, b, c, *[4, 5], *(6,))
print([*'ab', *range(2)], (*'x',), {**{'a': 1}, **{'a': 2}})
