def v(x):
    print('v', x, end=' ')
    return x
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 == 1.0 == True)
print(v(1) < v(2) < v(3))
print(v(5) < v(2) < v(3))
x = 5
print(0 <= x < 10, x in [5] == True, (x in [5]) == True, x is x is x)
print(1 < 2 == 2, not 1 == 2, 'a' < 'b' < 'c', [1] < [2] < [3])
print(1 != 2 != 1, None is None, [] is [], [] == [])
a = [1]
b = a
print(a is b, a is not b, a == list(a), a is list(a))
print(1 == 1.0, True == 1, False == 0, 'a' == 1, None == 0, () == [])
try:
    1 < 'a'
except TypeError as e:
    print(e)
try:
    [] < ()
except TypeError as e:
    print(e)
try:
    None < None
except TypeError as e:
    print(e)
