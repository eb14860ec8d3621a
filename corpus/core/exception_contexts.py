def deep(n):
    try:
        if n: deep(n - 1)
        else: raise ValueError('bottom')
    except ValueError as e:
        if n % 2: raise
        raise KeyError(n) from e if n == 2 else None
    except KeyError:
        raise
try: deep(3)
except Exception as e:
    while e: print(repr(e), e.__suppress_context__); e = e.__cause__ or e.__context__
def a():
    try: yield 1
    except Exception as e: print('in a', repr(e), repr(e.__context__)); raise TypeError('from a')
def b():
    try: yield from a()
    except TypeError as e: print('in b', repr(e.__context__)); raise
g = b(); next(g)
try: g.throw(ValueError('thrown'))
except TypeError as e: print(e, [type(x).__name__ for x in (e.__context__, e.__cause__)])
try:
    try: raise ValueError(1)
    except ValueError as e: saved = e; raise KeyError(2)
except KeyError as k:
    try: raise saved
    except ValueError as v: print(repr(v.__context__), repr(k.__context__))
for i in range(2):
    try: raise ValueError(i)
    except ValueError as e:
        try: raise KeyError(i)
        except KeyError: pass
    try: raise IndexError
    except IndexError as x: print(x.__context__)
class Ctx:
    def __exit__(s, t, v, tb): 
        try: raise RuntimeError('in exit')
        except RuntimeError as e: print('ctx', repr(e.__context__))
        return True
    def __enter__(s): pass
with Ctx(): raise ValueError('body')
try: print(ValueError('z').__context__)
finally: pass
def fin():
    try: raise ValueError('v')
    finally:
        try: raise KeyError('k')
        except KeyError as e: print(repr(e.__context__))
try: fin()
except ValueError as e: print(e.__context__)
class DelEx:
    def __del__(self):
        try: raise ValueError('x')
        except ValueError as e: print('del ctx', e.__context__)
try: raise KeyError('outer')
except KeyError: d = DelEx(); del d
