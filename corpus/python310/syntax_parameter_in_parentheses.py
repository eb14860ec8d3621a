points = [(1, 2)]
print(list(map(lambda (x, y): x, points)))
