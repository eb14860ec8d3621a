import functools

def loud(f):
    print('decorating', f.__name__)
    def wrapper(*args):
        print('call', f.__name__, args)
        result = f(*args)
        print('back', result)
        return result
    return wrapper

@loud
def add(a, b):
    return a + b

print(add(1, 2), add.__name__)

def repeat(times):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args):
            return [f(*args) for _ in range(times)]
        return wrapper
    return decorate

@repeat(2)
@loud
def hello(name):
    """Greets."""
    return 'hello ' + name

print(hello('you'))

@repeat(3)
def one():
    """One."""
    return 1
print(one(), one.__name__, one.__doc__)

def tag(cls):
    cls.tag = cls.__name__.lower()
    return cls

@tag
class Thing: pass
print(Thing.tag)
