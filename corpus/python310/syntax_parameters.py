print('never')
def f(*first, *second):
    pass
