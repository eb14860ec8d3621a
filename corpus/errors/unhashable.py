seen = set()
for item in (1, 'a', (1, 2), [1]):
    seen.add(item)
    print(len(seen))
