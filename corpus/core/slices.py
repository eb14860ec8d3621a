l = list(range(10))
print(l[2:5], l[:3], l[7:], l[-3:], l[:-3], l[::3], l[::-1], l[8:2:-2], l[5:2], l[100:], l[-100:2])
l[2:5] = ['a', 'b']
print(l)
l[1:1] = [7, 7]
print(l)
l[::4] = 'XYZ'
print(l)
del l[1:4]
print(l)
del l[::2]
print(l)
l[:] = [1]
print(l)
try:
    l[::2] = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    [1, 2][::0]
except ValueError as e:
    print(e)
try:
    l['a']
except TypeError as e:
    print(e)
class S:
    def __getitem__(self, key): return key
s = S()
print(s[1], s[1:2], s[1:2:3], s[:], s[1, 2], s[1:2, 3], s[()])
print(slice(1, 10, 2).indices(5), slice(3) == slice(None, 3, None))
print(range(10)[2:8:2], range(10)[-1], (1, 2, 3)[:2], 'hello'[1:-1])
copy = l[:]
print(copy == l, copy is l)
