for i in range(3):
    print(i, end=' ')
else:
    print('ran to the end')

for i in range(3):
    if i == 1:
        break
else:
    print('never printed')
print('broke at', i)

n = 5
while n:
    n -= 1
    if n == 3:
        continue
    print(n, end=' ')
else:
    print('zero')

def prime(n):
    for d in range(2, n):
        if n % d == 0:
            print(n, '=', d, '*', n // d)
            break
    else:
        print(n, 'is prime')

for n in range(2, 10):
    prime(n)

for x in []:
    pass
else:
    print('empty runs else')

for i in range(3):
    for j in range(3):
        if j == i:
            break
        print(i, j, end='; ')
print()
while True:
    break
else:
    print('no')
