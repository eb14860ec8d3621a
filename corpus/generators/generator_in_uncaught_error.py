def read(rows):
    for number, row in enumerate(rows, 1):
        try:
            yield number, int(row)
        finally:
            print('row', number, 'done')

def sums(pairs):
    total = 0
    for number, value in pairs:
        total += value
        yield total

def report(rows):
    result = yield from sums(read(rows))
    return result

for total in report(['1', '20', 'three', '4']):
    print(total)
