# Sets whose keys have to be asked, in the order of CPython's steps (Objects/setobject.c).


def set_lookup(s, key, hash):
    """The key's place, or -1. The search begins again if __eq__ has taken the compared key away."""
    skip = 0
    while True:
        found = set_find(s, key, hash, skip)
        if type_of(found) is class_int:
            return found
        other = set_key_at(s, found[0])
        equal = same(other, key)
        if set_key_at(s, found[0]) is not other:
            skip = 0
        elif equal:
            return found[0]
        else:
            skip = found[1]


def set_store(s, key, hash):
    if set_lookup(s, key, hash) < 0:
        set_insert(s, hash, key)


def set_drop(s, key, hash):
    """Removes a key; whether it was there."""
    at = set_lookup(s, key, hash)
    if at < 0:
        return False
    set_remove_at(s, at)
    return True


def set_add(s, v):
    set_store(s, v, key_hash(v))


def set_place(s, v):
    """Where a key is; an unhashable set stands for the frozenset of its keys."""
    try:
        hash = key_hash(v)
    except TypeError:
        if not is_set(v):
            raise
        hash = None
    if hash is None:
        v = frozenset(v)
        hash = key_hash(v)
    return set_lookup(s, v, hash)


def set_contains(s, v):
    return set_place(s, v) >= 0


def set_remove(s, v):
    at = set_place(s, v)
    if at < 0:
        raise KeyError(v)
    set_remove_at(s, at)


def set_discard(s, v):
    at = set_place(s, v)
    if at >= 0:
        set_remove_at(s, at)


def set_display(s, items):
    for v in items:
        set_add(s, v)
    return s


def set_filled(s, v):
    set_update_one(s, v)
    return s


def set_update_one(s, v):
    if is_set(v):
        if s is v or set_len(v) == 0:
            return
        set_reserve(s, set_len(v))
        fresh = set_len(s) == 0
        hashes = set_hashes(v)
        at = 0
        for key in set_keys(v):
            if fresh:
                set_insert(s, hashes[at], key)
            else:
                set_store(s, key, hashes[at])
            at += 1
    elif type_of(v) is class_dict:
        n = dict_len(v)
        set_reserve(s, n)
        slot = dict_next(v, 0)
        while slot >= 0:
            set_store(s, dict_key_at(v, slot), dict_hash_at(v, slot))
            if dict_len(v) != n:
                raise RuntimeError('dictionary changed size during iteration')
            slot = dict_next(v, slot + 1)
    else:
        it = iter_quickly(v)
        while True:
            key = advance(it)
            if key is MISSING:
                return
            set_add(s, key)


def set_update(s, others):
    for v in others:
        set_update_one(s, v)


def set_union(s, others):
    result = set_copied(s)
    for v in others:
        if v is not s:
            set_update_one(result, v)
    return result


def set_from_any(like, v):
    result = set_like(like)
    set_update_one(result, v)
    return result


def set_intersect(s, v):
    if s is v:
        return set_copied(s)
    result = set_like(s)
    if is_set(v):
        if set_len(v) > set_len(s):
            s, v = v, s
        hashes = set_hashes(v)
        at = 0
        for key in set_keys(v):
            hash = hashes[at]
            at += 1
            if set_lookup(s, key, hash) >= 0:
                set_store(result, key, hash)
        return result
    it = iter_quickly(v)
    while True:
        key = advance(it)
        if key is MISSING:
            return result
        hash = key_hash(key)
        if set_lookup(s, key, hash) >= 0:
            set_store(result, key, hash)
            if set_len(result) >= set_len(s):
                return result


def set_intersection(s, others):
    if not others:
        return set_copied(s)
    result = s
    for v in others:
        result = set_intersect(result, v)
    return result


def set_intersection_update(s, others):
    set_replace(s, set_intersection(s, others))


def set_subtract(s, v):
    """s -= v for any iterable."""
    if s is v:
        set_empty(s)
    elif is_set(v):
        hashes = set_hashes(v)
        at = 0
        for key in set_keys(v):
            set_drop(s, key, hashes[at])
            at += 1
        set_tidy(s)
    else:
        it = iter_quickly(v)
        while True:
            key = advance(it)
            if key is MISSING:
                set_tidy(s)
                return
            set_drop(s, key, key_hash(key))


def set_minus(s, v):
    """s - v: CPython copies where v is no table, or much smaller."""
    if is_set(v):
        size = set_len(v)
    elif type_of(v) is class_dict:
        size = dict_len(v)
    else:
        size = None
    if size is None or (set_len(s) >> 2) > size:
        result = set_copied(s)
        set_subtract(result, v)
        return result
    result = set_like(s)
    hashes = set_hashes(s)
    at = 0
    for key in set_keys(s):
        hash = hashes[at]
        at += 1
        place = set_lookup(v, key, hash) if is_set(v) else dict_lookup(v, key, hash)
        if place < 0:
            set_store(result, key, hash)
    return result


def set_difference(s, others):
    if not others:
        return set_copied(s)
    result = set_minus(s, others[0])
    for v in others[1:]:
        set_subtract(result, v)
    return result


def set_difference_update(s, others):
    for v in others:
        set_subtract(s, v)


def set_toggle(s, v):
    """s ^= v for any iterable."""
    if s is v:
        set_empty(s)
        return
    if not is_set(v):
        v = set_from_any(s, v)
    hashes = set_hashes(v)
    at = 0
    for key in set_keys(v):
        if not set_drop(s, key, hashes[at]):
            set_store(s, key, hashes[at])
        at += 1


def set_symmetric_difference(s, v):
    result = set_from_any(s, v)
    set_toggle(result, s)
    return result


def set_symmetric_difference_update(s, v):
    set_toggle(s, v)


def set_xor(s, others):
    return set_symmetric_difference(s, others[0])


def set_ior(s, v):
    set_update_one(s, v)
    return s


def set_iand(s, v):
    set_replace(s, set_intersect(s, v))
    return s


def set_isub(s, v):
    set_subtract(s, v)
    return s


def set_ixor(s, v):
    set_toggle(s, v)
    return s


def set_isdisjoint(s, v):
    if s is v:
        return set_len(s) == 0
    if is_set(v):
        if set_len(v) > set_len(s):
            s, v = v, s
        hashes = set_hashes(v)
        at = 0
        for key in set_keys(v):
            if set_lookup(s, key, hashes[at]) >= 0:
                return False
            at += 1
        return True
    it = iter_quickly(v)
    while True:
        key = advance(it)
        if key is MISSING:
            return True
        if set_lookup(s, key, key_hash(key)) >= 0:
            return False


def set_issubset(s, v):
    if not is_set(v):
        return set_len(set_intersect(s, v)) == set_len(s)
    if set_len(s) > set_len(v):
        return False
    hashes = set_hashes(s)
    at = 0
    for key in set_keys(s):
        if set_lookup(v, key, hashes[at]) < 0:
            return False
        at += 1
    return True


def set_unequal(s, v):
    return not set_issubset(s, v)


def set_issuperset(s, v):
    if is_set(v):
        return set_issubset(v, s)
    it = iter_quickly(v)
    while True:
        key = advance(it)
        if key is MISSING:
            return True
        if set_lookup(s, key, key_hash(key)) < 0:
            return False
