# Functions about functions.
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)
__simul_missing__ = ('GenericAlias', 'RLock', 'cmp_to_key', 'get_cache_token', 'namedtuple', 'partialmethod',
                     'recursive_repr', 'singledispatch', 'singledispatchmethod')

_NOTHING = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            v = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, v)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


class partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if keywords or self.keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args)

    def __repr__(self):
        shown = [repr(self.func)]
        shown.extend([repr(v) for v in self.args])
        shown.extend([str(name) + '=' + repr(v) for name, v in self.keywords.items()])
        kind = type(self)
        name = kind.__qualname__ if kind is not partial else 'functools.partial'
        return name + '(' + ', '.join(shown) + ')'


def reduce(function, iterable, initial=_NOTHING, /):
    it = iter(iterable)
    if initial is _NOTHING:
        try:
            v = next(it)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value') from None
    else:
        v = initial
    for one in it:
        v = function(v, one)
    return v


class _CacheInfo(tuple):
    _names = ('hits', 'misses', 'maxsize', 'currsize')

    def __getattr__(self, name):
        if name in _CacheInfo._names:
            return self[_CacheInfo._names.index(name)]
        raise AttributeError("'CacheInfo' object has no attribute " + repr(name))

    def __repr__(self):
        shown = [name + '=' + repr(v) for name, v in zip(_CacheInfo._names, self)]
        return 'CacheInfo(' + ', '.join(shown) + ')'


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._found = {}
        self._hits = 0
        self._misses = 0
        update_wrapper(self, function)

    def __call__(self, *args, **keywords):
        key = (args, tuple(keywords.items())) if keywords else args
        if self._typed:
            key = (key, tuple([type(v) for v in args]), tuple([type(v) for v in keywords.values()]))
        found = self._found
        if key in found:
            self._hits += 1
            v = found.pop(key)
            found[key] = v
            return v
        self._misses += 1
        v = self._function(*args, **keywords)
        if self._maxsize == 0:
            return v
        if self._maxsize is not None and key not in found and len(found) >= self._maxsize:
            del found[next(iter(found))]
        found[key] = v
        return v

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return partial(self, obj)

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._found)))

    def cache_clear(self):
        self._found.clear()
        self._hits = 0
        self._misses = 0

    def cache_parameters(self):
        return {'maxsize': self._maxsize, 'typed': self._typed}

    def __repr__(self):
        return '<functools._lru_cache_wrapper object at ' + hex(id(self)) + '>'


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and not isinstance(maxsize, int):
        return _lru_cache_wrapper(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    if maxsize is not None and maxsize < 0:
        maxsize = 0

    def decorate(function):
        return _lru_cache_wrapper(function, maxsize, typed)
    return decorate


def cache(function):
    return _lru_cache_wrapper(function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        found = obj.__dict__
        v = found.get(self.attrname, _NOTHING)
        if v is _NOTHING:
            v = self.func(obj)
            found[self.attrname] = v
        return v


def total_ordering(cls):
    given = [name for name in ('__lt__', '__le__', '__gt__', '__ge__') if name in cls.__dict__]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    first = given[0]

    def ask(self, other):
        return getattr(type(self), first)(self, other)

    def lower(self, other, equal):
        """self < other, or self <= other."""
        answer = ask(self, other)
        if answer is NotImplemented:
            return answer
        if first == '__lt__':
            return answer or (equal and self == other)
        if first == '__le__':
            return answer and (equal or self != other)
        if first == '__gt__':
            return not answer and (equal or self != other)
        return not answer or (equal and self == other)

    def higher(self, other, equal):
        answer = lower(self, other, not equal)
        return answer if answer is NotImplemented else not answer

    def __lt__(self, other):
        return lower(self, other, False)

    def __le__(self, other):
        return lower(self, other, True)

    def __gt__(self, other):
        return higher(self, other, False)

    def __ge__(self, other):
        return higher(self, other, True)

    for name, f in (('__lt__', __lt__), ('__le__', __le__), ('__gt__', __gt__), ('__ge__', __ge__)):
        if name not in given:
            setattr(cls, name, f)
    return cls
