class S:
    def __str__(self): raise ValueError('no str')

for what in (lambda: print(S()), lambda: print('written already', S()), lambda: str(S()), lambda: f'{S()}', lambda: '%s' % S(),
             lambda: '{}'.format(S()), lambda: f'{S()!s}'):
    try:
        what()
    except ValueError as e:
        print('|', e)
class N:
    def __str__(self): return 5
try:
    print(N())
except TypeError as e:
    print(e)
print('one', S(), 'two')
