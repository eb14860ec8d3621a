x = 'module'
def reads(): return x
def shadows():
    x = 'local'
    return x
def writes():
    global x, made
    x = 'written'
    made = 'by function'
print(reads(), shadows(), x)
writes()
print(x, made)

def late():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 1
late()

def outer():
    v = 1
    def middle():
        nonlocal v
        v = 2
        def inner():
            global v
            v = 'global v'
            return v
        return inner()
    r = middle()
    return v, r
print(outer(), v)

def free():
    def use(): return later
    try:
        use()
    except NameError as e:
        print(e)
    later = 1
    return use()
print(free())
print('x' in globals(), 'nope' in globals(), globals()['x'])
def loc(a):
    b = 2
    return sorted(locals())
print(loc(1))
