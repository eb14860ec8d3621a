def numbers():
    yield 1
    yield 2 // 0

def double(it):
    for n in it:
        yield n * 2

for x in double(numbers()):
    print(x)
