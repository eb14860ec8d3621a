class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def inner():
    i = D('inner')
    1 / 0
def middle():
    m = D('middle')
    try:
        inner()
    finally:
        print('finally')
def outer():
    o = D('outer')
    try:
        middle()
    except ZeroDivisionError as e:
        print('caught')
    print('outer goes on')

outer()
print('--')
def swallow():
    try:
        inner()
    finally:
        return 'swallowed'
print(swallow())
def translate():
    try:
        inner()
    except ZeroDivisionError:
        raise KeyError('other')
try:
    translate()
except KeyError as k:
    print('context holds inner', repr(k.__context__))
print('end')
