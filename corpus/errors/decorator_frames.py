def logged(f):
    def wrapper(*args):
        print('call', args)
        return f(*args)
    return wrapper

@logged
@logged
def div(a, b):
    return a / b

div(1, 0)
