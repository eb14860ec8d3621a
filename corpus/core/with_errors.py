class BadEnter:
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): print('never called')
class BadExit:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError('exit')
class Outer:
    def __enter__(self): print('outer in')
    def __exit__(self, kind, value, tb):
        print('outer out', repr(value), repr(value.__context__) if value else '')
        return True

with Outer(), BadEnter():
    print('never')
with Outer(), BadExit():
    print('body')
with Outer(), BadExit():
    raise IndexError('body')
try:
    with 5:
        pass
except TypeError as e:
    print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit():
        pass
except TypeError as e:
    print(e)
with Outer() as nothing:
    print(nothing)
