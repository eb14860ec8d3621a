def g():
    try:
        yield 1
    except KeyError:
        yield 2
        raise RuntimeError('later')

it = g()
next(it)
try:
    raise OSError('outer')
except OSError:
    print(it.throw(KeyError('thrown')))
    try:
        next(it)
    except RuntimeError as e:
        print(repr(e.__context__), repr(e.__context__.__context__))

def handles():
    try:
        raise ValueError('own')
    except ValueError:
        yield 'handling'

it = handles()
next(it)
try:
    it.throw(TypeError('thrown while it handles'))
except TypeError as e:
    print(repr(e.__context__))

def fresh():
    yield

try:
    raise OSError('outer')
except OSError:
    try:
        fresh().throw(KeyError('before it began'))
    except KeyError as e:
        print(repr(e.__context__))

def closed():
    try:
        yield
    except GeneratorExit as e:
        print(repr(e.__context__))

it = closed()
next(it)
try:
    raise OSError('outer')
except OSError:
    it.close()
