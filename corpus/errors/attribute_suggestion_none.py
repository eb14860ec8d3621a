x = None
for word in ['a', 'b']:
    x = words = {'a': None}
x['a'].append(1)
