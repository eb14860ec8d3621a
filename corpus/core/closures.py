def counter():
    count = 0
    def step(by=1):
        nonlocal count
        count += by
        return count
    return step

a = counter()
b = counter()
print(a(), a(), a(5), b())

late = [lambda: i for i in range(3)]
print([f() for f in late])
early = [lambda i=i: i for i in range(3)]
print([f() for f in early])

def shared():
    items = []
    def put(x): items.append(x)
    def get(): return list(items)
    return put, get

put, get = shared()
put(1)
put('two')
print(get())

def three():
    x = 1
    def two():
        def one():
            nonlocal x
            x += 10
            return x
        return one() + x
    return two(), x

print(three())
