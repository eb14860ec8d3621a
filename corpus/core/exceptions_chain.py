try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError('second') from e
except ValueError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('third')
except KeyError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('fourth') from None
except KeyError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)

def deep():
    try:
        try:
            raise ValueError(1)
        finally:
            raise TypeError(2)
    except TypeError as e:
        raise RuntimeError(3) from e
try:
    deep()
except RuntimeError as e:
    while e:
        print(type(e).__name__, e, end=' <- ')
        e = e.__cause__ or e.__context__
print('end')
try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == '', e.args)
try:
    raise 'text'
except TypeError as e:
    print(e)
