# Iteration and what is made of it (Objects/abstract.c, Objects/iterobject.c, Python/bltinmodule.c).
# Loops over an iterator of the program go by advance(), which asks for no second __iter__.


def iter_(v):
    cls = type_of(v)
    f = type_lookup(cls, '__iter__')
    if f is MISSING:
        if is_sequence(v):
            return sequence_iterator(v)
        raise TypeError("'" + type_name(v) + "' object is not iterable")
    if f is None:
        raise TypeError("'" + type_name(v) + "' object is not iterable")
    it = bind(f, v, cls)()
    if type_lookup(type_of(it), '__next__') is MISSING:
        raise TypeError("iter() returned non-iterator of type '" + type_name(it) + "'")
    return it


def is_sequence(v):
    cls = type_of(v)
    if is_subtype(cls, class_dict) or cls is class_mappingproxy:
        return False
    return type_lookup(cls, '__getitem__') is not MISSING


def is_iterable(v):
    return type_lookup(type_of(v), '__iter__') is not MISSING or is_sequence(v)


def sequence_next(it):
    over = field(it, 0)
    if over is MISSING:
        raise StopIteration
    at = field(it, 1)
    try:
        v = get_item(over, at)
    except (IndexError, StopIteration):
        drop_field(it, 0)
        v = MISSING
    if v is MISSING:
        raise StopIteration
    set_field(it, 1, at + 1)
    return v


def sequence_length_hint(it):
    over = field(it, 0)
    if over is MISSING:
        return 0
    if special(over, '__len__') is None:
        return NotImplemented
    left = len_(over) - field(it, 1)
    return left if left > 0 else 0


def callable_next(it):
    function = field(it, 0)
    if function is MISSING:
        raise StopIteration
    try:
        v = function()
    except StopIteration:
        drop_field(it, 0)
        drop_field(it, 1)
        v = MISSING
    if v is not MISSING:
        sentinel = field(it, 1)
        if sentinel is MISSING:
            raise StopIteration
        if not same(sentinel, v):
            return v
        drop_field(it, 0)
        drop_field(it, 1)
    raise StopIteration


def same(a, b):
    """Equality as containers have it: an object is the same as itself without being asked."""
    if a is b:
        return True
    return True if a == b else False


def length_hint(v, default):
    """operator.length_hint: what list() and tuple() ask before they begin."""
    f = special(v, '__len__')
    if f is not None:
        try:
            return len_(v)
        except TypeError:
            pass
    f = special(v, '__length_hint__')
    if f is None:
        return default
    try:
        n = f()
    except TypeError:
        return default
    if n is NotImplemented:
        return default
    if not is_subtype(type_of(n), class_int):
        raise TypeError('__length_hint__ must be an integer, not ' + type_name(n))
    if n < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return n


def list_from(v):
    result = []
    list_extend(result, v)
    return result


def list_extend(target, v):
    if target is v:
        for one in seq_items(v):
            list_push(target, one)
        return
    it = iter_quickly(v)
    length_hint(v, 8)
    while True:
        one = advance(it)
        if one is MISSING:
            return
        list_push(target, one)


def iter_quickly(v):
    """iter(v) whatever v is, exact containers included."""
    return iter(v)


def fast_sequence(v):
    """PySequence_Fast of what is no list or tuple: an iterator, and a list of that."""
    return list_from(iter_quickly(v))


def list_extend_display(target, v):
    if not is_iterable(v):
        raise TypeError('Value after * must be an iterable, not ' + type_name(v))
    list_extend(target, v)


def tuple_from(v):
    if type_of(v) is class_tuple:
        return v
    it = iter_quickly(v)
    length_hint(v, 10)
    result = []
    while True:
        one = advance(it)
        if one is MISSING:
            return tuple_of(result)
        list_push(result, one)


def unpack(v, count):
    if not is_iterable(v):
        raise TypeError('cannot unpack non-iterable ' + type_name(v) + ' object')
    it = iter_quickly(v)
    result = []
    n = 0
    while n < count:
        one = advance(it)
        if one is MISSING:
            raise ValueError('not enough values to unpack (expected ' + str(count) + ', got ' + str(n) + ')')
        list_push(result, one)
        n += 1
    if advance(it) is not MISSING:
        raise ValueError('too many values to unpack (expected ' + str(count) + ')')
    return tuple_of(result)


def unpack_all(v):
    if not is_iterable(v):
        raise TypeError('cannot unpack non-iterable ' + type_name(v) + ' object')
    return fast_sequence(v)


def is_in(item, container):
    f = type_lookup(type_of(container), '__contains__')
    if f is None:
        raise TypeError("'" + type_name(container) + "' object is not a container")
    if f is not MISSING:
        return True if bind(f, container, type_of(container))(item) else False
    try:
        it = iter_(container)
    except TypeError:
        it = None
    if it is None:
        raise TypeError("argument of type '" + type_name(container) + "' is not iterable")
    return iterator_contains(it, item)


def iterator_contains(it, item):
    while True:
        one = advance(it)
        if one is MISSING:
            return False
        if same(one, item):
            return True


def range_from(a, b=MISSING, c=MISSING):
    if b is MISSING:
        return class_range(index_of(a))
    if c is MISSING:
        return class_range(index_of(a), index_of(b))
    return class_range(index_of(a), index_of(b), index_of(c))


def range_getitem(r, key):
    return class_range.__getitem__(r, plain_key(key, 'range'))


def range_contains(r, v):
    return iterator_contains(iter(r), v)


def range_count(r, v):
    n = 0
    for one in r:
        if same(one, v):
            n += 1
    return n


def range_index(r, v):
    n = 0
    for one in r:
        if same(one, v):
            return n
        n += 1
    raise ValueError('sequence.index(x): x not in sequence')


def repr_range(r):
    step = '' if r.step == 1 else ', ' + repr(r.step)
    return 'range(' + repr(r.start) + ', ' + repr(r.stop) + step + ')'


def range_length(r):
    return class_range.__len__(r)


def raise_not_in_range(v):
    raise ValueError(repr(v) + ' is not in range')


def enumerate_from(cls, iterable, start):
    return class_enumerate.__new__(cls, iterable, index_of(start))


def zip_from(cls, iterables, strict):
    return class_zip.__new__(cls, *iterables, strict=True if strict else False)


def reversed_from(cls, v):
    f = type_lookup(type_of(v), '__reversed__')
    if f is None:
        raise TypeError("'" + type_name(v) + "' object is not reversible")
    if f is not MISSING:
        return bind(f, v, type_of(v))()
    if not is_sequence(v):
        raise TypeError("'" + type_name(v) + "' object is not reversible")
    return new_reversed(cls, v, len_(v) - 1)


def reversed_next(it, over, at):
    try:
        v = get_item(over, at)
    except (IndexError, StopIteration):
        set_field(it, 1, -1)
        drop_field(it, 0)
        v = MISSING
    if v is MISSING:
        raise StopIteration
    set_field(it, 1, at - 1)
    return v


def reversed_length_hint(over, at):
    return 0 if len_(over) <= at else at + 1


def sum_(v, start):
    it = iter_quickly(v)
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    if isinstance(start, bytearray):
        raise TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
    total = start
    while True:
        one = advance(it)
        if one is MISSING:
            return total
        total = total + one


def min_(v, key, default=MISSING):
    it = iter_quickly(v)
    best = MISSING
    best_key = None
    while True:
        one = advance(it)
        if one is MISSING:
            break
        k = one if key is None else key(one)
        if best is MISSING or k < best_key:
            best = one
            best_key = k
    if best is not MISSING:
        return best
    if default is MISSING:
        raise ValueError('min() arg is an empty sequence')
    return default


def max_(v, key, default=MISSING):
    it = iter_quickly(v)
    best = MISSING
    best_key = None
    while True:
        one = advance(it)
        if one is MISSING:
            break
        k = one if key is None else key(one)
        if best is MISSING or k > best_key:
            best = one
            best_key = k
    if best is not MISSING:
        return best
    if default is MISSING:
        raise ValueError('max() arg is an empty sequence')
    return default


def any_(v):
    it = iter_quickly(v)
    while True:
        one = advance(it)
        if one is MISSING:
            return False
        if one:
            return True


def all_(v):
    it = iter_quickly(v)
    while True:
        one = advance(it)
        if one is MISSING:
            return True
        if not one:
            return False


def sorted_(v, key, reverse):
    return sorted_list(list_from(v), key, reverse)


def sorted_list(items, key, reverse):
    items.sort(key=key, reverse=reverse)
    return items
