# Dicts whose keys have to be asked, in the order of CPython's steps (Objects/dictobject.c).


def dict_lookup(d, key, hash):
    """The key's slot, or -1. The search begins again if __eq__ has taken the compared key away."""
    skip = 0
    while True:
        found = dict_find(d, key, hash, skip)
        if type_of(found) is class_int:
            return found
        slot = found[0]
        other = dict_key_at(d, slot)
        equal = same(other, key)
        if dict_key_at(d, slot) is not other:
            skip = 0
        elif equal:
            return slot
        else:
            skip = found[1]


def dict_get(d, key, default):
    slot = dict_lookup(d, key, key_hash(key))
    return default if slot < 0 else dict_value_at(d, slot)


def dict_setdefault(d, key, default):
    hash = key_hash(key)
    slot = dict_lookup(d, key, hash)
    if slot >= 0:
        return dict_value_at(d, slot)
    dict_insert(d, hash, key, default)
    return default


def dict_pop(d, key, default=MISSING):
    slot = dict_lookup(d, key, key_hash(key))
    if slot >= 0:
        return dict_remove_at(d, slot)
    if default is MISSING:
        raise KeyError(key)
    return default


def dict_getitem(d, key):
    slot = dict_lookup(d, key, key_hash(key))
    if slot >= 0:
        return dict_value_at(d, slot)
    if type_of(d) is not class_dict:
        return dict_missing(d, key)
    raise KeyError(key)


def dict_missing(d, key):
    f = special(d, '__missing__')
    if f is None:
        raise KeyError(key)
    return f(key)


def dict_setitem(d, key, v):
    dict_store(d, key, key_hash(key), v)


def dict_store(d, key, hash, v):
    slot = dict_lookup(d, key, hash)
    if slot >= 0:
        dict_replace_at(d, slot, v)
    else:
        dict_insert(d, hash, key, v)


def dict_delitem(d, key):
    slot = dict_lookup(d, key, key_hash(key))
    if slot < 0:
        raise KeyError(key)
    dict_remove_at(d, slot)


def dict_contains(d, key):
    return dict_lookup(d, key, key_hash(key)) >= 0


def dict_contains_item(d, item):
    if not isinstance(item, tuple) or seq_len(item) != 2:
        return False
    key = seq_item(item, 0)
    slot = dict_lookup(d, key, key_hash(key))
    return slot >= 0 and same(dict_value_at(d, slot), seq_item(item, 1))


def dict_display(d, flat):
    at = 0
    while at < seq_len(flat):
        dict_setitem(d, seq_item(flat, at), seq_item(flat, at + 1))
        at += 2
    return d


def dict_from(d, v, keywords):
    dict_update(d, v, keywords)
    return d


def dict_update(d, v, keywords):
    dict_update_by(d, v)
    dict_merge_from(d, keywords)


def dict_update_by(d, v):
    """What update() does with its argument: a mapping if it has keys(), else pairs."""
    if type_of(v) is class_dict:
        dict_merge_from(d, v)
    elif getattr(v, 'keys', MISSING) is not MISSING:
        dict_merge_from(d, v)
    else:
        dict_from_pairs(d, v)


def iterates_as_dict(v):
    """A dict whose class has not its own __iter__: its entries are taken directly."""
    return isinstance(v, dict) and type_lookup(type_of(v), '__iter__') is type_lookup(class_dict, '__iter__')


def dict_merge_from(d, v):
    if iterates_as_dict(v):
        if v is not d:
            dict_merge_entries(d, v)
        return
    it = iter_keys(v)
    while True:
        key = advance(it)
        if key is MISSING:
            return
        dict_setitem(d, key, v[key])


def dict_merge_entries(d, v):
    slot = dict_next(v, 0)
    if dict_len(d) == 0 and dict_is_compact(v):
        while slot >= 0:
            dict_insert(d, dict_hash_at(v, slot), dict_key_at(v, slot), dict_value_at(v, slot))
            slot = dict_next(v, slot + 1)
        return
    n = dict_len(v)
    while slot >= 0:
        key = dict_key_at(v, slot)
        dict_store(d, key, dict_hash_at(v, slot), dict_value_at(v, slot))
        if dict_len(v) != n:
            raise RuntimeError('dict mutated during update')
        slot = dict_next(v, slot + 1)


def iter_keys(v):
    """A mapping's keys, listed as PyMapping_Keys does."""
    keys = v.keys()
    if type_of(keys) is class_list:
        return iter(keys)
    if not is_iterable(keys):
        raise TypeError(type_name(v) + '.keys() returned a non-iterable (type ' + type_name(keys) + ')')
    return iter(fast_sequence(keys))


def dict_from_pairs(d, v):
    it = iter_quickly(v)
    n = 0
    while True:
        pair = advance(it)
        if pair is MISSING:
            return
        if type_of(pair) is not class_list and type_of(pair) is not class_tuple:
            if not is_iterable(pair):
                raise TypeError('cannot convert dictionary update sequence element #' + str(n) + ' to a sequence')
            pair = fast_sequence(pair)
        if seq_len(pair) != 2:
            raise ValueError('dictionary update sequence element #' + str(n) + ' has length ' + str(seq_len(pair)) + '; 2 is required')
        dict_setitem(d, seq_item(pair, 0), seq_item(pair, 1))
        n += 1


def dict_or(d, v):
    dict_update_by(d, v)
    return d


def dict_fill(d, keys, v):
    for key in keys:
        dict_setitem(d, key, v)
    return d


def dict_fromkeys(cls, keys, v):
    d = cls()
    exact = type_of(d) is class_dict
    it = iter_quickly(keys)
    while True:
        key = advance(it)
        if key is MISSING:
            return d
        if exact:
            dict_setitem(d, key, v)
        else:
            d[key] = v


def dict_equal(a, b):
    if dict_len(a) != dict_len(b):
        return False
    slot = dict_next(a, 0)
    while slot >= 0:
        v = dict_value_at(a, slot)
        other = dict_lookup(b, dict_key_at(a, slot), dict_hash_at(a, slot))
        if other < 0 or not same(v, dict_value_at(b, other)):
            return False
        slot = dict_next(a, slot + 1)
    return True


def dict_unequal(a, b):
    return not dict_equal(a, b)


def dict_update_display(d, v):
    if not isinstance(v, dict) and getattr(v, 'keys', MISSING) is MISSING:
        raise TypeError("'" + type_name(v) + "' object is not a mapping")
    dict_merge_from(d, v)


def dict_merge(d, v, callee):
    """**v in a call: no key may be there already."""
    if not isinstance(v, dict) and getattr(v, 'keys', MISSING) is MISSING:
        raise TypeError(function_shown(callee) + ' argument after ** must be a mapping, not ' + type_name(v))
    plain = iterates_as_dict(v)
    it = iter(v) if plain else iter_keys(v)
    while True:
        key = advance(it)
        if key is MISSING:
            return
        hash = key_hash(key)
        if dict_lookup(d, key, hash) >= 0:
            if not isinstance(key, str):
                raise TypeError('keywords must be strings')
            raise TypeError(function_shown(callee) + " got multiple values for keyword argument '" + key + "'")
        dict_insert(d, hash, key, dict_get(v, key, None) if plain else v[key])
