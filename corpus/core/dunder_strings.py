class Both:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __format__(self, spec): return f'format<{spec}>'

b = Both()
print(b, [b], (b,), {'k': b}, str(b), repr(b))
print(f'{b} {b!s} {b!r} {b:x>3}')
print('%s %r' % (b, b), '{} {!r} {:abc}'.format(b, b, b))

class OnlyRepr:
    def __repr__(self): return 'only repr'
print(OnlyRepr(), str(OnlyRepr()), f'{OnlyRepr()}')

class Sub(str):
    def shout(self): return self.upper() + '!'
s = Sub('hey')
print(s, s.shout(), len(s), isinstance(s, str), s + '.', type(s + '.').__name__)
try:
    class Bad:
        def __repr__(self): return 5
    repr(Bad())
except TypeError as e:
    print(e)
try:
    format(OnlyRepr(), '>10')
except TypeError as e:
    print(e)
