# Items and sequences where an index or an item has to be asked (Objects/abstract.c, Objects/listobject.c).


def get_item(o, k):
    cls = type_of(o)
    f = type_lookup(cls, '__getitem__')
    if f is not MISSING:
        return bind(f, o, cls)(k)
    if is_subtype(cls, class_type):
        if o is class_type:
            return generic_alias(o, k)
        f = getattr(o, '__class_getitem__', None)
        if f is not None:
            return f(k)
        if PYTHON_MINOR < 11:
            raise TypeError("'type' object is not subscriptable")
        raise TypeError("type '" + o.__name__ + "' is not subscriptable")
    raise TypeError("'" + type_name(o) + "' object is not subscriptable")


def set_item(o, k, v):
    cls = type_of(o)
    f = type_lookup(cls, '__setitem__')
    if f is MISSING:
        raise TypeError("'" + type_name(o) + "' object does not support item assignment")
    bind(f, o, cls)(k, v)


def del_item(o, k):
    cls = type_of(o)
    f = type_lookup(cls, '__delitem__')
    if f is MISSING:
        if is_sequence(o):
            raise TypeError("'" + type_name(o) + "' object doesn't support item deletion")
        raise TypeError("'" + type_name(o) + "' object does not support item deletion")
    bind(f, o, cls)(k)


# Indices


def slice_part(v):
    if v is None or isinstance(v, int):
        return v
    if special(v, '__index__') is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return index_of(v)


def plain_slice(s):
    """A slice of ints and None; its parts are asked in CPython's order, the step first."""
    step = slice_part(s.step)
    if step == 0 and step is not None:
        raise ValueError('slice step cannot be zero')
    start = slice_part(s.start)
    return class_slice(start, slice_part(s.stop), step)


def plain_key(key, kind):
    if type_of(key) is class_slice:
        return plain_slice(key)
    if special(key, '__index__') is None:
        raise TypeError(kind + ' indices must be integers or slices, not ' + type_name(key))
    return index_of(key)


def slice_indices(s, length):
    n = index_of(length)
    if n < 0:
        raise ValueError('length should not be negative')
    return plain_slice(s).indices(n)


def search_bound(v):
    if special(v, '__index__') is None:
        raise TypeError('slice indices must be integers or have an __index__ method')
    return index_of(v)


def repr_slice(s):
    return 'slice(' + repr(s.start) + ', ' + repr(s.stop) + ', ' + repr(s.step) + ')'


# Lists and tuples


def list_getitem(l, key):
    return class_list.__getitem__(l, plain_key(key, 'list'))


def list_setitem(l, key, v):
    key = plain_key(key, 'list')
    if type_of(key) is class_slice and not isinstance(v, (list, tuple)):
        simple = key.step is None or key.step == 1
        if not is_iterable(v):
            raise TypeError('can only assign an iterable' if simple else 'must assign iterable to extended slice')
        v = fast_sequence(v)
    class_list.__setitem__(l, key, v)


def list_delitem(l, key):
    class_list.__delitem__(l, plain_key(key, 'list'))


def tuple_getitem(t, key):
    return class_tuple.__getitem__(t, plain_key(key, 'tuple'))


def list_insert(l, at, v):
    class_list.insert(l, index_of(at), v)


def list_pop(l, at):
    return class_list.pop(l, index_of(at))


def list_iadd(l, v):
    list_extend(l, v)
    return l


def list_imul(l, n):
    return class_list.__imul__(l, index_of(n))


def sequence_mul(s, n):
    return type_lookup(type_of(s), '__mul__')(s, index_of(n))


def sequence_index_bounds(s, v, start, stop):
    start = search_bound(start)
    return (class_list if isinstance(s, list) else class_tuple).index(s, v, start, search_bound(stop))


def sequence_index(s, v, at, stop):
    while at < stop and at < seq_len(s):
        if same(seq_item(s, at), v):
            return at
        at += 1
    if isinstance(s, list):
        raise_not_in_list(v)
    raise ValueError('tuple.index(x): x not in tuple')


def raise_not_in_list(v):
    raise ValueError(repr(v) + ' is not in list')


def sequence_contains(s, v, at):
    while at < seq_len(s):
        if same(seq_item(s, at), v):
            return True
        at += 1
    return False


def sequence_count(s, v, at, n):
    while at < seq_len(s):
        if same(seq_item(s, at), v):
            n += 1
        at += 1
    return n


def list_remove(l, v, at):
    while at < seq_len(l):
        if same(seq_item(l, at), v):
            if at < seq_len(l):
                list_drop(l, at)
            return
        at += 1
    raise ValueError('list.remove(x): x not in list')


def sequence_compare(a, b, op, at):
    """The rest of a comparison, from the first items that have to be asked. op: < <= == != > >= from 0 on."""
    while at < seq_len(a) and at < seq_len(b):
        x = seq_item(a, at)
        y = seq_item(b, at)
        if not same(x, y):
            if op == 2:
                return False
            if op == 3:
                return True
            return compare_by(x, y, op)
        at += 1
    return compare_by(seq_len(a), seq_len(b), op)


def compare_by(x, y, op):
    if op == 0:
        return x < y
    if op == 1:
        return x <= y
    if op == 2:
        return x == y
    if op == 3:
        return x != y
    if op == 4:
        return x > y
    return x >= y
