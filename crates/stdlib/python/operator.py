# The operators as functions: operator.add asks _add, and so on.


def _add(a, b):
    return a + b


def _sub(a, b):
    return a - b


def _mul(a, b):
    return a * b


def _matmul(a, b):
    return a @ b


def _truediv(a, b):
    return a / b


def _floordiv(a, b):
    return a // b


def _mod(a, b):
    return a % b


def _pow(a, b):
    return a ** b


def _lshift(a, b):
    return a << b


def _rshift(a, b):
    return a >> b


def _and(a, b):
    return a & b


def _or(a, b):
    return a | b


def _xor(a, b):
    return a ^ b


def _iadd(a, b):
    a += b
    return a


def _isub(a, b):
    a -= b
    return a


def _imul(a, b):
    a *= b
    return a


def _imatmul(a, b):
    a @= b
    return a


def _itruediv(a, b):
    a /= b
    return a


def _ifloordiv(a, b):
    a //= b
    return a


def _imod(a, b):
    a %= b
    return a


def _ipow(a, b):
    a **= b
    return a


def _ilshift(a, b):
    a <<= b
    return a


def _irshift(a, b):
    a >>= b
    return a


def _iand(a, b):
    a &= b
    return a


def _ior(a, b):
    a |= b
    return a


def _ixor(a, b):
    a ^= b
    return a


def _iconcat(a, b):
    if not hasattr(a, '__getitem__'):
        raise TypeError("'" + type(a).__name__ + "' object can't be concatenated")
    a += b
    return a


def _concat(a, b):
    if not hasattr(a, '__getitem__'):
        raise TypeError("'" + type(a).__name__ + "' object can't be concatenated")
    return a + b


def _lt(a, b):
    return a < b


def _le(a, b):
    return a <= b


def _eq(a, b):
    return a == b


def _ne(a, b):
    return a != b


def _ge(a, b):
    return a >= b


def _gt(a, b):
    return a > b


def _neg(a):
    return -a


def _pos(a):
    return +a


def _inv(a):
    return ~a


def _abs(a):
    return abs(a)


def _not(a):
    return not a


def _truth(a):
    return True if a else False


def _is(a, b):
    return a is b


def _is_not(a, b):
    return a is not b


def _contains(a, b):
    return b in a


def _getitem(a, b):
    return a[b]


def _setitem(a, b, c):
    a[b] = c


def _delitem(a, b):
    del a[b]


def _index(a):
    return range(a).stop if type(a) is not int else a


def _count_of(a, b):
    n = 0
    for item in a:
        if item is b or item == b:
            n += 1
    return n


def _index_of(a, b):
    for i, item in enumerate(a):
        if item is b or item == b:
            return i
    raise ValueError('sequence.index(x): x not in sequence')


def _call(f, args, keywords):
    return f(*args, **keywords)


class itemgetter:
    def __init__(self, *items):
        if not items:
            raise TypeError('itemgetter expected 1 argument, got 0')
        self._items = items

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return 'operator.itemgetter(' + ', '.join([repr(item) for item in self._items]) + ')'


class attrgetter:
    def __init__(self, *attributes):
        if not attributes:
            raise TypeError('attrgetter expected 1 argument, got 0')
        if not all([isinstance(name, str) for name in attributes]):
            raise TypeError('attribute name must be a string')
        self._attributes = attributes

    def __call__(self, obj, /):
        if len(self._attributes) == 1:
            return _follow(obj, self._attributes[0])
        return tuple([_follow(obj, name) for name in self._attributes])

    def __repr__(self):
        return 'operator.attrgetter(' + ', '.join([repr(name) for name in self._attributes]) + ')'


def _follow(obj, path):
    for name in path.split('.'):
        obj = getattr(obj, name)
    return obj


class methodcaller:
    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name, self._args, self._keywords = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._keywords)

    def __repr__(self):
        shown = [repr(self._name)] + [repr(v) for v in self._args]
        shown += [name + '=' + repr(v) for name, v in self._keywords.items()]
        return 'operator.methodcaller(' + ', '.join(shown) + ')'
