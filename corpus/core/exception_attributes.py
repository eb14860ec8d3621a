e = OSError(2, 'No such file', 'f.txt'); print(type(e), e, e.filename, e.errno, e.strerror, e.args, repr(e))
e = OSError('plain'); print(type(e), e, e.filename, e.errno, e.args)
e = OSError(); print(repr(e), e.errno)
print(repr(OSError(999, 'q')), OSError(104, 'reset').__class__.__mro__[1].__name__, repr(PermissionError(13, 'p', 'x')), isinstance(OSError(32, 'x'), ConnectionError))
class MyOS(OSError): pass
print(type(MyOS(2, 'a')), MyOS(2, 'a'), IOError is OSError, EnvironmentError is OSError)
try: raise TimeoutError('t')
except OSError as e: print(repr(e))
e = ImportError('m', name='n', path='p'); print(e.name, e.path, e.msg)
e = StopIteration(5); print(e.value); e = StopIteration(); print(e.value); e = SystemExit(3); print(e.code); e = SystemExit(); print(e.code); e = SystemExit(1, 2); print(e.code)
e = UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'); print(e, e.start, e.reason)
e = AttributeError('x', name='n', obj=5); print(e.name, e.obj)
e = NameError('x', name='n'); print(e.name)
e = KeyError('a', 'b'); print(e); print(KeyError(5), KeyError(), repr(KeyError('q')))
e = SyntaxError('msg'); print(e.msg, e.lineno)
e = ValueError(1); e.x = 5; print(e.__dict__, e.args); e.args = (2, 3); print(e, repr(e)); e.args = [4]; print(e.args)
try: raise ValueError from KeyError('k')
except ValueError as v: print(repr(v.__cause__), v.__suppress_context__)
try: raise ValueError from 5
except TypeError as t: print(t)
try: raise 5
except TypeError as t: print(t)
try: raise int
except TypeError as t: print(t)
try:
    try: 1/0
    except (ValueError, 5): pass
except TypeError as t: print(t)
try:
    try: 1/0
    except 'x': pass
except TypeError as t: print(t)
try: raise
except RuntimeError as t: print(t)
e = ValueError('a'); print(e.with_traceback(None) is e, e.__traceback__)
try: e.__cause__ = 5
except TypeError as t: print(t)
try: e.__traceback__ = 5
except TypeError as t: print(t)
e.__context__ = KeyError('z'); print(repr(e.__context__)); e.__suppress_context__ = True
try: e.add_note(5)
except TypeError as t: print(t)
e.add_note('n'); print(e.__notes__)
print(BaseException.__subclasses__()[:5] and issubclass(KeyboardInterrupt, Exception), Exception.__mro__, ZeroDivisionError.__bases__)
class E2(Exception):
    def __init__(self, a): self.a = a
print(repr(E2(5)), str(E2(5)), E2(5).args, E2('x').a)
class E3(Exception):
    def __new__(cls, *a): o = super().__new__(cls, 'new'); return o
print(repr(E3(1)), E3(1).args)
class E4(ValueError, KeyError): pass
print(str(E4('a')), repr(E4('a')))
