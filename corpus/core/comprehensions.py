print([x * x for x in range(6)])
print([x for x in range(20) if x % 2 if x % 3])
print([(x, y) for x in range(3) for y in range(x)])
print({x: x * x for x in range(4)})
print(sorted({c for c in 'hello world' if c != ' '}))
print(sum(x for x in range(10)), list(x + 1 for x in (1, 2)))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([x for row in matrix for x in row])
x = 'kept'
[x for x in range(3)]
print(x)
print({k: v for v, k in enumerate('abc')})
print([a if a > 1 else -a for a in range(4)])
print([(lambda: i)() for i in range(3)])

def f():
    base = 10
    return [base + i for i in range(3)], {i: base for i in range(2)}
print(f())
gen = (print('lazy', i) or i for i in range(2))
print('made')
print(next(gen), next(gen), next(gen, 'end'))
print([y := 1, y + 1], [last := n for n in range(3)], last)
print([*range(3), *'ab'], {**{'a': 1}, 'b': 2})
