# Backtracking by generators: queens, a maze, change for a sum, the eight-letter words of a grammar.
def queens(n, row=0, columns=()):
    if row == n:
        yield columns
        return
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(columns)):
            yield from queens(n, row + 1, columns + (column,))

print(next(queens(8)), sum(1 for _ in queens(6)))

maze = ['S.#.', '..#E', '#...']
def paths(row, column, seen=()):
    if not (0 <= row < 3 and 0 <= column < 4) or maze[row][column] == '#' or (row, column) in seen:
        return 0
    seen += ((row, column),)
    if maze[row][column] == 'E':
        yield seen
        return 1
    found = 0
    for step in (0, 1), (1, 0), (0, -1), (-1, 0):
        found += (yield from paths(row + step[0], column + step[1], seen)) or 0
    return found
def counted(generator):
    print('found', (yield from generator))
for path in counted(paths(0, 0)):
    print(len(path), path[-3:])

def change(amount, coins):
    if amount == 0:
        yield {}
    elif coins:
        for n in range(amount // coins[0], -1, -1):
            for rest in change(amount - n * coins[0], coins[1:]):
                yield {coins[0]: n, **rest} if n else rest
print(list(change(10, (5, 2, 1)))[:5], len(list(change(30, (10, 5, 2, 1)))))

def words(pattern):
    if not pattern:
        yield ''
        return
    head, *tail = pattern
    yield from (letter + rest for letter in head for rest in words(tail))
print(list(words(['ab', 'x', 'yz'])))
def merge(*sources):
    heads = {i: (next(s), s) for i, s in enumerate(map(iter, sources))}
    while heads:
        i = min(heads, key=lambda i: heads[i][0])
        value, source = heads[i]
        yield i, value
        try:
            heads[i] = next(source), source
        except StopIteration:
            del heads[i]
print(list(merge([1, 4, 9], range(3, 5), iter([2]))))
