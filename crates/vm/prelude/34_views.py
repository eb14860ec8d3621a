# The views of dicts as sets (Objects/dictobject.c).


def is_view(v):
    cls = type_of(v)
    return cls is class_dict_keys or cls is class_dict_items


def is_set_like(v):
    return is_set(v) or is_view(v)


def all_in(a, b):
    """Whether all of a's items are in b."""
    it = iter_quickly(a)
    while True:
        one = advance(it)
        if one is MISSING:
            return True
        if one not in b:
            return False


def view_eq(a, b):
    if not is_set_like(b):
        return NotImplemented
    return len(a) == len(b) and all_in(a, b)


def view_ne(a, b):
    if not is_set_like(b):
        return NotImplemented
    return not (len(a) == len(b) and all_in(a, b))


def view_lt(a, b):
    if not is_set_like(b):
        return NotImplemented
    return len(a) < len(b) and all_in(a, b)


def view_le(a, b):
    if not is_set_like(b):
        return NotImplemented
    return len(a) <= len(b) and all_in(a, b)


def view_gt(a, b):
    if not is_set_like(b):
        return NotImplemented
    return len(a) > len(b) and all_in(b, a)


def view_ge(a, b):
    if not is_set_like(b):
        return NotImplemented
    return len(a) >= len(b) and all_in(b, a)


def view_and(a, b):
    if not is_view(a) or (is_view(b) and len(b) > len(a)):
        a, b = b, a
    if is_set(b) and type_of(b) is class_set and len(a) <= len(b):
        return b.intersection(a)
    result = set()
    it = iter_quickly(b)
    while True:
        one = advance(it)
        if one is MISSING:
            return result
        if one in a:
            set_add(result, one)


def view_set(v):
    """A set of an operand's items; an exact dict gives its keys with their hashes."""
    if type_of(v) is class_dict_keys and type_of(view_dict(v)) is class_dict:
        return set(view_dict(v))
    return set(v)


def view_or(a, b):
    result = view_set(a)
    set_update_one(result, b)
    return result


def view_sub(a, b):
    result = view_set(a)
    set_subtract(result, b)
    return result


def view_xor(a, b):
    result = view_set(a)
    set_toggle(result, b)
    return result


def view_isdisjoint(a, b):
    if a is b:
        return len(a) == 0
    if is_set_like(b) and len(b) > len(a):
        a, b = b, a
    it = iter_quickly(b)
    while True:
        one = advance(it)
        if one is MISSING:
            return True
        if one in a:
            return False
