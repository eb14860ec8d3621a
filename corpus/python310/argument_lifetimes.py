# Before 3.11 a call's arguments live until the call is over: the caller holds them.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)


def replaces(a):
    a = None
    print('replaced')
    return 'result'


def locals_first(a, b):
    c = D('local c')
    d = D('local d')
    print('leaving')


def drops(*args, **named):
    del args, named
    print('dropped')


def generator(a):
    a = None
    print('in the generator')
    yield


class C:
    def method(self, a):
        a = None
        print('method')

    def __del__(self): print('del C')


print(replaces(D('argument')))
print('--')
locals_first(D('a'), D('b'))
print('--')
locals_first(b=D('b'), a=D('a'))
print('--')
drops(D('positional'), key=D('named'))
print('--')
list(generator(D('for a generator')))
print('--')
C().method(D('for a method'))
print('--')


def raises(a):
    local = D('local')
    raise ValueError


try:
    raises(D('with an error'))
except ValueError:
    print('caught')
print('--')
(lambda a: replaces(a))(D('passed on'))
