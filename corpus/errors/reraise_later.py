saved = None
def f(n):
    if n == 0:
        raise ValueError('kept')
    f(n - 1)

try:
    f(2)
except ValueError as e:
    saved = e

print('some time later')
def again():
    raise saved

again()
