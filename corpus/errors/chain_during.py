def load(d, k):
    try:
        return d[k]
    except KeyError:
        return int(k)

try:
    load({}, 'x')
except ValueError:
    [].pop()
