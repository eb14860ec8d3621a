n, l = None, [1, 2, 3]
def f1():
    a, b = l
def f2():
    for x in n:
        pass
def f3():
    for a, b in l:
        pass
def f4():
    with n:
        pass
def f5():
    assert n, 'message ' + 'here'
def f6():
    raise ValueError('raised') from None
def f7():
    while l < 5:
        pass
def f8():
    if n > 1:
        pass
def f9():
    x = y = l.pop(10)
def f10():
    l[0] += 'x'
def f11():
    return {**n}
def f12():
    print(*n)
def f13():
    a, *b, c, d, e = l
def f14():
    assert (n or
            not l)
def f15():
    raise n
last = None
for f in f6, f1, f2, f3, f4, f5, f7, f8, f9, f10, f11, f12, f13, f14, f15:
    try:
        f()
    except Exception as e:
        if f is not f6:
            e.__context__ = last
        last = e
raise last
