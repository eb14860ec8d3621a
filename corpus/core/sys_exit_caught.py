import sys
for code in (None, 0, 3, 'message', (1, 2)):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e), e.code, isinstance(e, Exception))
try:
    raise SystemExit
except BaseException as e:
    print(type(e).__name__, e.code, e.args)
def f():
    try:
        sys.exit(1)
    finally:
        print('finally runs')
try:
    f()
except SystemExit:
    print('caught')
try:
    exit
except NameError:
    print('no exit')
print(sys.getrecursionlimit(), sys.maxsize > 2 ** 31)
