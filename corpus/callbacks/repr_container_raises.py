class R:
    def __repr__(self): raise ValueError('no repr')

for what in (lambda: print([1, R()]), lambda: print((R(),)), lambda: print({'k': R()}), lambda: print({R(): 1}),
             lambda: str({R()}), lambda: f'{[R()]}', lambda: '%r' % R(), lambda: repr([[R()]]), lambda: print('a', R(), 'b')):
    try:
        what()
    except ValueError as e:
        print('|', e)
class N:
    def __repr__(self): return None
try:
    print([N()])
except TypeError as e:
    print(e)
l = [R()]
print(l)
