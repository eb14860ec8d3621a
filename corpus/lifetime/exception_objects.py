class E(Exception):
    def __del__(self): print('del', *self.args)

try:
    raise E('a')
except E:
    print('handled')
print('after a')
def f():
    try:
        raise E('b')
    except E as e:
        return 'from handler'
print(f())
try:
    try:
        raise E('c')
    except E:
        raise E('d')
except E:
    print('d handled, c is its context')
print('after both')
for i in range(2):
    try:
        raise E(i)
    except E:
        continue
E('never raised')
print('end')
