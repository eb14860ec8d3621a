def run(f):
    try:
        print('try')
        f()
    except ZeroDivisionError as e:
        print('zero:', e)
    except (KeyError, IndexError) as e:
        print('lookup:', type(e).__name__, e)
    except Exception as e:
        print('other:', type(e).__name__, e.args)
    else:
        print('else')
    finally:
        print('finally')

run(lambda: 1)
run(lambda: 1 // 0)
run(lambda: {}['k'])
run(lambda: [][3])
run(lambda: int('x'))
run(lambda: None.x)

def reraise():
    try:
        raise ValueError('a', 1)
    except ValueError:
        print('seen')
        raise

run(reraise)
try:
    e = 1
    raise KeyError('gone')
except KeyError as e:
    pass
try:
    e
except NameError as n:
    print(n)
class Mine(Exception): pass
class Own(Mine):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code
try:
    raise Own(3)
except Mine as m:
    print(m, m.code, repr(m), m.args)
