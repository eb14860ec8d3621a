# Functions about functions.
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)
_NOTHING = object()
_showing = []


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


def _partial_repr(p):
    for one in _showing:
        if one is p:
            return '...'
    _showing.append(p)
    try:
        shown = [repr(p.func)]
        shown.extend([repr(v) for v in p.args])
        shown.extend([str(name) + '=' + repr(v) for name, v in p.keywords.items()])
    finally:
        _showing.pop()
    kind = type(p)
    name = 'functools.partial' if kind is partial else kind.__qualname__
    return name + '(' + ', '.join(shown) + ')'


def _reduce(function, iterable, initial=_NOTHING):
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    total = initial
    for v in it:
        total = v if total is _NOTHING else function(total, v)
    if total is _NOTHING:
        raise TypeError('reduce() of empty iterable with no initial value')
    return total


class CacheInfo(tuple):
    _fields = ('hits', 'misses', 'maxsize', 'currsize')
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)


_CacheInfo = CacheInfo
del CacheInfo


class _Key:
    """Arguments whose hash is asked once."""

    def __init__(self, parts):
        self.parts = parts
        self.hash = hash(parts)

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        return self.parts == other.parts


def _make_key(args, keywords, typed):
    if not keywords and not typed and len(args) == 1 and type(args[0]) in (int, str):
        return args[0]
    parts = args
    if keywords:
        parts += (_NOTHING,)
        for item in keywords.items():
            parts += item
    if typed:
        parts += tuple([type(v) for v in args])
        parts += tuple([type(v) for v in keywords.values()])
    return _Key(parts)


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        update_wrapper(self, function)
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._found = {}
        self._hits = 0
        self._misses = 0

    def __call__(self, /, *args, **keywords):
        maxsize, found = self._maxsize, self._found
        if maxsize == 0:
            self._misses += 1
            return self._function(*args, **keywords)
        key = _make_key(args, keywords, self._typed)
        entry = found.get(key)
        if entry is not None:
            if maxsize is not None:
                # The key that is kept goes to the end: no other is compared with it.
                del found[entry[0]]
                found[entry[0]] = entry
            self._hits += 1
            return entry[1]
        self._misses += 1
        v = self._function(*args, **keywords)
        if maxsize is not None:
            if key in found:
                return v
            if len(found) >= maxsize:
                del found[next(iter(found))]
        found[key] = (key, v)
        return v

    def __get__(self, obj, cls=None):
        return self if obj is None else _bind(self, obj)

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._found)))

    def cache_clear(self):
        self._found.clear()
        self._hits = 0
        self._misses = 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(function):
        return _cached(function, maxsize, typed)
    return decorating_function


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return wrapper


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class _Ordered:
    __hash__ = None

    def __init__(self, obj):
        self.obj = obj

    def _compare(self, other):
        if type(other) is not type(self):
            raise TypeError('other argument must be K instance')
        return self._mycmp(self.obj, other.obj)

    def __lt__(self, other):
        return self._compare(other) < 0

    def __gt__(self, other):
        return self._compare(other) > 0

    def __eq__(self, other):
        return self._compare(other) == 0

    def __le__(self, other):
        return self._compare(other) <= 0

    def __ge__(self, other):
        return self._compare(other) >= 0


def cmp_to_key(mycmp):
    class KeyWrapper(_Ordered):
        _mycmp = staticmethod(mycmp)
    return KeyWrapper


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(repr(func) + ' is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        shown = [repr(self.func)] + [repr(v) for v in self.args]
        shown += [name + '=' + repr(v) for name, v in self.keywords.items()]
        return 'functools.partialmethod(' + ', '.join(shown) + ')'

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            found = get(obj, cls)
            if found is not self.func:
                return partial(found, *self.args, **self.keywords)

        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__partialmethod__ = self
        return _method.__get__(obj, cls)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names ('
                            + repr(self.attrname) + ' and ' + repr(name) + ').')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            found = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on " + repr(type(instance).__name__) + ' instance to cache '
                            + repr(self.attrname) + ' property.') from None
        v = found.get(self.attrname, _NOTHING)
        if v is _NOTHING:
            v = self.func(instance)
            found[self.attrname] = v
        return v


def total_ordering(cls):
    """Asks one given comparison; the other three follow from it and from equality."""
    roots = [name for name in ('__lt__', '__gt__', '__le__', '__ge__')
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    # CPython prefers __lt__ to __le__ to __gt__ to __ge__.
    root = [name for name in ('__lt__', '__le__', '__gt__', '__ge__') if name in roots][0]
    for name in ('__lt__', '__gt__', '__le__', '__ge__'):
        if name not in roots:
            setattr(cls, name, _derived(root, name))
    return cls


def _derived(root, name):
    same_way = root[2] == name[2]
    strict = root[3] == 't'

    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if not same_way and strict != (name[3] == 't'):
            return not answer
        if strict:
            # From <: <= is < or ==, > is neither < nor ==.
            return answer or self == other if same_way else not answer and self != other
        return answer and self != other if same_way else not answer or self == other
    compare.__name__ = name
    compare.__qualname__ = name
    return compare
