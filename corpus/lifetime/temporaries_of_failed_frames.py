class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __iter__(self): return 5
def call():
    return 1 + D('operand')
def loop():
    for x in D('loop'): pass
def args():
    local = D('local')
    print(D('argument'), [D('in list'), 1/0])
def nested():
    args()
for f in call, loop, args, nested:
    try:
        f()
    except (TypeError, ZeroDivisionError) as e:
        print('handler', e)
    print('after')
def generator():
    yield 1
    print(D('kept for a call'), D('as well').missing)
def with_handler():
    try:
        return [D('first'), (D('second'), {'k': D('third')}, 1 / 0)]
    except ZeroDivisionError:
        print('handler inside')
        return D('result').n
try:
    list(generator())
except AttributeError as e:
    print('handler', e)
print(with_handler())
kept = None
try:
    args()
except ZeroDivisionError as e:
    kept = e
print('the locals live as long as the error')
kept = None
