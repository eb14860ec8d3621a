def f():
    raise KeyError('k')

def loop():
    for i in range(3):
        try:
            try:
                f()
            except KeyError as e:
                raise e
        finally:
            print('finally', i)

loop()
