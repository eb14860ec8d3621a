l = [3, 1, 2]
l.append(4)
l.extend([5, 6])
l.insert(0, 'first')
l.insert(-1, 'x')
l.insert(100, 'last')
print(l, len(l))
print(l.pop(), l.pop(0), l.index(2), l.count(3))
l.remove('x')
print(l)
l.sort()
print(l)
l.sort(reverse=True)
print(l)
l.reverse()
print(l, l.copy() == l, l.copy() is l)
m = l
m.append(7)
print(l is m, l)
l.clear()
print(m)
a = [1] * 3 + [2]
a += (3, 4)
a *= 2
print(a, [0] * 0)
print([1, 2] < [1, 3], [1] < [1, 0], [1, 2] == [1, 2], 2 in [1, 2])
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)
for f in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][1], lambda: [] + ()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
rec = [1]
rec.append(rec)
print(rec)
