# What yield from passes on: values both ways, throw and close, and what a plain iterator can't take.
class Plain:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration('the end of Plain')
        return self.n
class WithSend(Plain):
    def send(self, value):
        print('send', value)
        return -1
    def throw(self, *what):
        print('throw', len(what), what[0] if isinstance(what[0], type) else repr(what[0]))
        return -2
    def close(self): print('close')

def outer(inner):
    result = yield from inner
    print('result', result)
    return result

for inner in Plain(2), [1, 2], 'ab', {'k': 1}, range(2):
    print(list(outer(inner)))
g = outer(Plain(5))
next(g)
try:
    g.send('x')
except AttributeError as error:
    print(error)
g = outer(Plain(5))
next(g)
try:
    g.throw(ValueError('v'))
except ValueError as error:
    print('goes through', error)
g = outer(WithSend(5))
print(next(g), g.send(None), g.send('hi'), g.throw(ValueError('t')))
g.close()
print(next(g, 'closed'))
try:
    list(outer(5))
except TypeError as error:
    print(error)
class BadClose(WithSend):
    def close(self): raise LookupError('close failed')
g = outer(BadClose(3))
next(g)
try:
    g.close()
except LookupError as error:
    print(error, '|', repr(error.__context__))
