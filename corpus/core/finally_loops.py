for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print('body', i)
    finally:
        print('finally', i)
else:
    print('no')

def find():
    for i in range(5):
        try:
            if i == 2:
                return i
        finally:
            print('leaving', i)

print(find())

def swallow():
    while True:
        try:
            1 / 0
        finally:
            break
    return 'broke out of an error'

print(swallow())

def skip():
    n = 0
    while n < 3:
        n += 1
        try:
            raise ValueError(n)
        finally:
            continue
    return n
print(skip())

def both():
    for i in 'ab':
        try:
            try:
                break
            finally:
                print('inner')
        finally:
            print('outer')
    print('after', i)
both()
