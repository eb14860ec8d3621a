def averager():
    total, count, average = 0.0, 0, None
    while True:
        value = yield average
        if value is None:
            return count, average
        total += value
        count += 1
        average = total / count

def grouper(results, key):
    while True:
        results[key] = yield from averager()

def report(data):
    results = {}
    for key, values in data.items():
        group = grouper(results, key)
        next(group)
        print(key, [group.send(value) for value in values])
        group.send(None)
        group.close()
    for key, (count, average) in sorted(results.items()):
        print(f'{count:3} {key:10} averaging {average:.2f}')

report({'girls;kg': [40.9, 38.5, 44.3], 'boys;m': [1.38, 1.5, 1.32, 1.25], 'none': [1]})
a = averager()
try:
    a.send(10)
except TypeError as error:
    print(error)
print(next(a), a.send(2), a.send(3), a.gi_frame.f_lineno, a.gi_running)
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value, stop.args)
print(a.gi_frame, next(a, 'empty'))
