def g():
    try:
        yield 1
    finally:
        print('finally at exit')

it = g()
print(next(it))
print('end')
