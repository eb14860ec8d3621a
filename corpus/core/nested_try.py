def log(*a): print(*a, end='; ')

def f(where):
    try:
        log('t1')
        try:
            log('t2')
            if where == 'inner': raise ValueError('i')
            if where == 'return': return 'r'
        except KeyError:
            log('never')
        else:
            log('e2')
            if where == 'else': raise KeyError('in else')
        finally:
            log('f2')
            if where == 'finally': raise IndexError('in finally')
        log('after2')
    except ValueError as e:
        log('caught', e)
        try:
            raise TypeError('again')
        except TypeError as t:
            log('caught', t, repr(t.__context__))
    except (KeyError, IndexError) as e:
        log('caught', repr(e))
    finally:
        log('f1')
    return 'end'

for w in 'none', 'inner', 'return', 'else', 'finally':
    print(w, f(w))

def three():
    try:
        try:
            try:
                return 1
            finally:
                log('a')
        finally:
            log('b')
    finally:
        log('c')
print(three())
