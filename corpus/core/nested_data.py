people = [{'name': 'Ada', 'langs': ['x', 'y']}, {'name': 'Bob', 'langs': []}]
for p in people:
    print(p['name'], len(p['langs']), ', '.join(p['langs']) or 'none')
people[1]['langs'].append('z')
people[0]['age'] = 36
print(people)
grid = [[0] * 3 for _ in range(2)]
grid[1][2] = 5
for row in grid:
    print(' '.join(map(str, row)))
tree = {'v': 1, 'kids': [{'v': 2, 'kids': []}, {'v': 3, 'kids': [{'v': 4, 'kids': []}]}]}
def total(t): return t['v'] + sum(total(k) for k in t['kids'])
def show(t, depth=0):
    print('  ' * depth + str(t['v']))
    for k in t['kids']:
        show(k, depth + 1)
print(total(tree))
show(tree)
groups = {}
for w in 'apple avocado bean cherry corn'.split():
    groups.setdefault(w[0], []).append(w)
print(groups)
print({k: len(v) for k, v in groups.items()}, max(groups, key=lambda k: len(groups[k])))
stack, out = [1], []
while stack:
    n = stack.pop()
    out.append(n)
    if n < 8:
        stack.extend([n * 2, n * 2 + 1])
print(out)
