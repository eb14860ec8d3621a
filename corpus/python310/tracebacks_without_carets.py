def divide(a, b):
    return (a +
            1) / b

class Table:
    def __getitem__(self, key):
        return {'a': 1}[key]

def chain():
    try:
        Table()['b']
    except KeyError as error:
        raise ValueError('no such key') from error

def decorator(function):
    return function.missing

try:
    chain()
except ValueError as error:
    print(repr(error), repr(error.__cause__))
try:
    @decorator
    def decorated():
        pass
except AttributeError as error:
    print(error, error.__traceback__.tb_lineno)
print(divide(1, 2),
      divide(3,
             0))
